import { chartPath } from "../catalog/chart-path.ts";
import type { ChartPlace } from "../catalog/source-listing.ts";
import { xmlText } from "./xml.ts";

/** Addresses in one file (sitemaps.org). */
export const MAX_ADDRESSES = 50_000;

/** What makes a browser offer to search here (OpenSearch 1.1). `origin` is the base address of this server. */
export function renderOpenSearch(origin: string): string {
  const base = xmlText(origin);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    "  <ShortName>Chartroom</ShortName>",
    "  <Description>Search Helm charts</Description>",
    "  <InputEncoding>UTF-8</InputEncoding>",
    `  <Image width="16" height="16" type="image/svg+xml">${base}/icon.svg</Image>`,
    `  <Url type="text/html" template="${base}/?q={searchTerms}"/>`,
    `  <Url type="application/atom+xml" template="${base}/feeds/search.atom?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${base}/opensearch.xml"/>`,
    "</OpenSearchDescription>",
    "",
  ].join("\n");
}

/** Search results and programs' answers are nothing to index: every chart has a page. */
export function renderRobots(origin: string): string {
  const closed = ["/api/", "/badge/", "/feeds/", "/helm/", "/?"].map((path) => `Disallow: ${path}`);
  return ["User-agent: *", ...closed, "", `Sitemap: ${origin}/sitemap.xml`, ""].join("\n");
}

/** A sitemap of these charts. */
export function renderSitemap(charts: readonly ChartPlace[], origin: string): string {
  const urls = charts.map(({ id, updated }) => {
    const modified = updated === null ? "" : `<lastmod>${updated}</lastmod>`;
    return `<url><loc>${xmlText(origin + chartPath(id))}</loc>${modified}</url>`;
  });
  return sitemapXml("urlset", urls);
}

/** The list of sitemaps where one would be too long. */
export function renderSitemapIndex(parts: number, origin: string): string {
  const maps = Array.from({ length: parts }, (_, index) => `${origin}/sitemap.xml?part=${index + 1}`);
  return sitemapXml(
    "sitemapindex",
    maps.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>`),
  );
}

function sitemapXml(element: string, lines: readonly string[]): string {
  const opened = `<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
  return ['<?xml version="1.0" encoding="utf-8"?>', opened, ...lines, `</${element}>`, ""].join("\n");
}
