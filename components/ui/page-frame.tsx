import type { ReactNode } from "react";
import { Isobaths } from "./isobaths.tsx";

/**
 * The main part of every page; masthead and footer around it come from the layout. `band` is what stands in shallow
 * water at the top of the page (a search box, a chart's title); the masthead floats over its first 60 px.
 *
 *   <PageFrame band={<h1 className="pb-8 text-2xl">Sources</h1>}>
 *     <div className="page-width">…</div>
 *   </PageFrame>
 */
export function PageFrame({ band, children }: { band: ReactNode; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="flex-1 outline-none">
      <div className="relative -mt-15 border-rule border-b bg-sea-1 pt-15">
        <Isobaths />
        <div className="page-width relative">{band}</div>
      </div>
      {children}
    </main>
  );
}
