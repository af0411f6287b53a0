import type { ReactNode } from "react";
import { Footer } from "./footer.tsx";
import { Isobaths } from "./isobaths.tsx";
import { Masthead } from "./masthead.tsx";

/**
 * The frame of every page: masthead, main, footer. `band` is what stands in shallow water at the top of the page (a
 * search box, a chart's title); it belongs to main, so a heading in it is where the skip link leads.
 *
 *   <PageFrame band={<h1 className="pb-8 text-2xl">Sources</h1>}>…</PageFrame>
 *
 * Children are laid out by the page; `page-width` gives them the common measure.
 */
export function PageFrame({ band, children }: { band?: ReactNode; children?: ReactNode }) {
  return (
    <>
      <Masthead />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        <div className="relative -mt-15 border-rule border-b bg-sea-1 pt-15">
          <Isobaths />
          <div className="page-width relative">{band}</div>
        </div>
        {children}
      </main>
      <Footer />
    </>
  );
}
