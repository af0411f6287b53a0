import type { ReactNode } from "react";

/** A link to another host, which learns nothing of the reader and gains no standing by it. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="noopener noreferrer nofollow" className="text-link">
      {children}
    </a>
  );
}
