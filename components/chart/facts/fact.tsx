import type { ReactNode } from "react";

/** A term and what is known of it. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="mt-3">
      <dt className="text-ink-3">{name}</dt>
      {children}
    </div>
  );
}
