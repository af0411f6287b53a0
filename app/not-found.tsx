import type { Metadata } from "next";
import { BlankState } from "#components/ui/blank-state.tsx";
import { PageFrame } from "#components/ui/page-frame.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PageFrame band={<h1 className="pt-3 pb-6 font-bold text-2xl leading-tight">Not on this map</h1>}>
      <div className="page-width">
        <BlankState title="There is nothing at this address, or it is not yours to see">
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
