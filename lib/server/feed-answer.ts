import "server-only";
import type { Catalog } from "../catalog/catalog.ts";
import { type ChartId, parseChartAddress } from "../catalog/chart-path.ts";
import { formatChartQuery, parseChartQuery } from "../catalog/chart-query.ts";
import { searchRange } from "../catalog/search-range.ts";
import {
  type AtomFeed,
  feedUpdated,
  MAX_ENTRIES,
  renderAtom,
  searchFeed,
  versionsFeed,
} from "../formats/atom-feed.ts";
import { formatShieldsBadge, renderBadge, versionBadge } from "../formats/version-badge.ts";
import { conditional, entityTag } from "./conditional.ts";
import { problem } from "./problem.ts";
import type { ViewerCatalog } from "./viewer-catalog.ts";

/** What lies below `/feeds/`: `<source>/<repository…>.atom`, and `search.atom` with the parameters of the search page. */
export async function answerFeed(
  request: Request,
  segments: readonly string[],
  viewer: ViewerCatalog,
): Promise<Response> {
  if (segments.length === 1 && segments[0] === "search.atom") {
    return atomAnswer(request, await findFeed(request, viewer));
  }
  const id = chartNamed(segments, ".atom");
  const versions = id === null ? null : await viewer.catalog.versions(id, viewer.scope);
  if (id === null || versions === null) return problem("not-found");
  return atomAnswer(request, versionsFeed(id, versions, viewer.publicUrl));
}

/** What lies below `/badge/`: `<source>/<repository…>.svg`, and `.json` for shields.io. */
export async function answerBadge(
  request: Request,
  segments: readonly string[],
  { catalog, scope }: ViewerCatalog,
): Promise<Response> {
  const picture = segments.at(-1)?.endsWith(".svg") === true;
  const id = chartNamed(segments, picture ? ".svg" : ".json");
  const versions: Awaited<ReturnType<Catalog["versions"]>> =
    id === null ? null : await catalog.versions(id, scope);
  const badge = id === null || versions === null ? null : versionBadge(id, versions);
  if (badge === null) return problem("not-found");
  const text = picture ? renderBadge(badge) : JSON.stringify(formatShieldsBadge(badge));
  const type = picture ? "image/svg+xml; charset=utf-8" : "application/json";
  return conditional(request, { etag: entityTag(text), "content-type": type }, () => text);
}

/** Most recent first, whatever order the page has. */
async function findFeed(request: Request, { catalog, scope, publicUrl }: ViewerCatalog): Promise<AtomFeed> {
  const query = { ...parseChartQuery(new URL(request.url).searchParams), page: 1, sort: "updated" } as const;
  const { hits } = await searchRange(catalog, query, { offset: 0, limit: MAX_ENTRIES }, scope);
  return searchFeed(formatChartQuery(query).toString(), hits, publicUrl);
}

function atomAnswer(request: Request, feed: AtomFeed): Response {
  const text = renderAtom(feed);
  const headers = {
    etag: entityTag(text),
    "content-type": "application/atom+xml; charset=utf-8",
    "last-modified": new Date(feedUpdated(feed)).toUTCString(),
  };
  return conditional(request, headers, () => text);
}

function chartNamed(segments: readonly string[], ending: string): ChartId | null {
  const last = segments.at(-1) ?? "";
  if (!last.endsWith(ending)) return null;
  const address = parseChartAddress([...segments.slice(0, -1), last.slice(0, -ending.length)]);
  return address === null || address.version !== null ? null : address.id;
}
