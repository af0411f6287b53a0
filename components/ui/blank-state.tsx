import type { ReactNode } from "react";
import { Isobaths } from "./isobaths.tsx";

/** A place where there is nothing to show, and what to do about it: empty results, an unknown page, a failure. */
export function BlankState({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="relative isolate overflow-hidden py-12 sm:py-16">
      <div className="-z-10 mask-b-from-30% mask-r-from-85% absolute inset-0 opacity-60">
        <Isobaths />
      </div>
      <h2 className="font-semibold text-xl">{title}</h2>
      <div className="mt-2 max-w-[62ch] space-y-3 text-ink-2">{children}</div>
    </div>
  );
}
