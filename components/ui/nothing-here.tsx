import type { ReactNode } from "react";
import { BlankState } from "./blank-state.tsx";
import { PageFrame } from "./page-frame.tsx";

/** There is nothing at an address, or nothing this viewer may see: the two look alike. */
export function NothingHere({ children }: { children?: ReactNode }) {
  return (
    <PageFrame band={<h1 className="pt-3 pb-6 font-bold text-2xl leading-tight">Not on this map</h1>}>
      <div className="page-width">
        <BlankState title="There is nothing at this address, or it is not yours to see">
          {children}
          <p>A chart may have been renamed, moved to another registry, or deleted.</p>
          <p>
            <a href="/" className="text-link">
              Search all charts
            </a>{" "}
            or{" "}
            <a href="/sources" className="text-link">
              see where they come from
            </a>
            .
          </p>
        </BlankState>
      </div>
    </PageFrame>
  );
}
