import "server-only";
import { MAX_ADDRESSES, renderSitemap, renderSitemapIndex } from "../formats/site-files.ts";
import { conditional, entityTag } from "./conditional.ts";
import { problem } from "./problem.ts";
import type { ViewerCatalog } from "./viewer-catalog.ts";

/** `/sitemap.xml`: the charts' pages, or a list of `?part=` where there are more than one file may hold. */
export async function answerSitemap(
  request: Request,
  { catalog, scope, publicUrl }: ViewerCatalog,
): Promise<Response> {
  const charts = await Array.fromAsync(catalog.charts(scope));
  const parts = Math.ceil(charts.length / MAX_ADDRESSES);
  const part = Number(new URL(request.url).searchParams.get("part") ?? 0);
  if (!Number.isInteger(part) || part < 0 || part > parts) return problem("not-found");
  const start = Math.max(0, part - 1) * MAX_ADDRESSES;
  const text =
    part === 0 && parts > 1
      ? renderSitemapIndex(parts, publicUrl)
      : renderSitemap(charts.slice(start, start + MAX_ADDRESSES), publicUrl);
  return conditional(
    request,
    { etag: entityTag(text), "content-type": "application/xml; charset=utf-8" },
    () => text,
  );
}
