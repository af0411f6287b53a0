import "server-only";
import type { Catalog } from "../catalog/catalog.ts";
import { type ChartId, parseChartAddress } from "../catalog/chart-path.ts";
import { formatChartQuery, parseChartQuery } from "../catalog/chart-query.ts";
import type { ReleaseChanges } from "../catalog/chart-relations.ts";
import { searchRange } from "../catalog/search-range.ts";
import {
  type AtomFeed,
  feedUpdated,
  MAX_ENTRIES,
  renderAtom,
  searchFeed,
  versionsFeed,
} from "../formats/atom-feed.ts";
import { changedReleases, renderChangelog } from "../formats/changelog-markdown.ts";
import { formatShieldsBadge, renderBadge, versionBadge } from "../formats/version-badge.ts";
import { conditional, entityTag } from "./conditional.ts";
import { problem } from "./problem.ts";
import type { ViewerCatalog } from "./viewer-catalog.ts";

/** Releases the catalog tells the changes of at once. */
const AT_ONCE = 100;

/**
 * What lies below `/feeds/`: `<source>/<repository…>.atom`, the same with `.md` for what changed in words, and `search.atom` with
 * the parameters of the search page.
 */
export async function answerFeed(
  request: Request,
  segments: readonly string[],
  viewer: ViewerCatalog,
): Promise<Response> {
  if (segments.length === 1 && segments[0] === "search.atom") {
    return atomAnswer(request, await findFeed(request, viewer));
  }
  if (segments.at(-1)?.endsWith(".md") === true) return answerChangelog(request, segments, viewer);
  const id = chartNamed(segments, ".atom");
  const versions = id === null ? null : await viewer.catalog.versions(id, viewer.scope);
  if (id === null || versions === null) return problem("not-found");
  return atomAnswer(request, versionsFeed(id, versions, viewer.publicUrl));
}

async function answerChangelog(
  request: Request,
  segments: readonly string[],
  { catalog, scope, publicUrl }: ViewerCatalog,
): Promise<Response> {
  const id = chartNamed(segments, ".md");
  const versions = id === null ? null : await catalog.versions(id, scope);
  if (id === null || versions === null) return problem("not-found");
  const releases = changedReleases(versions);
  const changes: ReleaseChanges[] = [];
  for (let start = 0; start < releases.length; start += AT_ONCE) {
    const tags = releases.slice(start, start + AT_ONCE).map(({ tag }) => tag);
    changes.push(...(await catalog.changes(id, tags, scope)));
  }
  const text = renderChangelog(id, releases, changes, publicUrl);
  const headers = { etag: entityTag(text), "content-type": "text/markdown; charset=utf-8" };
  return conditional(request, headers, () => text);
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
