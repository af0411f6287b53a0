import "server-only";
import { PAGE_SIZE, parseChartQuery } from "../catalog/chart-query.ts";
import { searchRange } from "../catalog/search-range.ts";
import { MAX_LIMIT } from "./api-description.ts";
import { conditionalJson } from "./conditional.ts";
import type { ViewerCatalog } from "./viewer-catalog.ts";

/** A page of `/api/v1/search`, with links to those beside it (RFC 8288). */
export async function answerSearch(request: Request, { catalog, scope }: ViewerCatalog): Promise<Response> {
  const url = new URL(request.url);
  const query = parseChartQuery(url.searchParams);
  const limit = parseLimit(url.searchParams.get("limit"));
  const { page } = query;
  const found =
    limit === PAGE_SIZE
      ? await catalog.search(query, scope, request.signal)
      : await searchRange(catalog, query, { offset: (page - 1) * limit, limit }, scope, request.signal);
  const links = [
    ...(page < found.pages ? [linkTo(url, page + 1, "next")] : []),
    ...(page > 1 && found.pages > 0 ? [linkTo(url, Math.min(page - 1, found.pages), "prev")] : []),
  ];
  return conditionalJson(
    request,
    { ...found, page, limit },
    { passing: ["tookMs"], headers: links.length === 0 ? {} : { link: links.join(", ") } },
  );
}

function linkTo(url: URL, page: number, relation: "next" | "prev"): string {
  const params = new URLSearchParams(url.searchParams);
  params.set("page", String(page));
  return `<${url.pathname}?${params}>; rel="${relation}"`;
}

/** As everywhere in an address: what cannot be read is the default. */
function parseLimit(text: string | null): number {
  const limit = Number(text);
  return Number.isInteger(limit) && limit >= 1 ? Math.min(limit, MAX_LIMIT) : PAGE_SIZE;
}
