import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChartPlace } from "#lib/catalog/source-listing.ts";
import {
  renderOpenSearch,
  renderRobots,
  renderSitemap,
  renderSitemapIndex,
} from "#lib/formats/site-files.ts";

const ORIGIN = "https://charts.example.com";

test("a sitemap names the page of every chart, with its date if it has one", () => {
  const charts = [
    { id: { source: "acme", repository: "data/redis" }, updated: "2026-01-02T03:04:05.000Z" },
    { id: { source: "acme", repository: "web/shop" }, updated: null },
  ] as unknown as readonly ChartPlace[];
  const page = "https://charts.example.com/charts/acme";
  assert.deepEqual(renderSitemap(charts, ORIGIN).split("\n").slice(1), [
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    `<url><loc>${page}/data/redis</loc><lastmod>2026-01-02T03:04:05.000Z</lastmod></url>`,
    `<url><loc>${page}/web/shop</loc></url>`,
    "</urlset>",
    "",
  ]);
});

test("a list of sitemaps names each part", () => {
  const parts = Array.from(renderSitemapIndex(2, ORIGIN).matchAll(/<loc>(.*?)<\/loc>/g), ([, loc]) => loc);
  assert.deepEqual(parts, [`${ORIGIN}/sitemap.xml?part=1`, `${ORIGIN}/sitemap.xml?part=2`]);
});

test("robots are kept from searches, not from charts", () => {
  const lines = renderRobots(ORIGIN).split("\n");
  assert.ok(lines.includes("Disallow: /?"));
  assert.ok(!lines.some((line) => line.startsWith("Disallow: /charts")));
  assert.ok(lines.includes(`Sitemap: ${ORIGIN}/sitemap.xml`));
});

test("a browser learns where to search", () => {
  assert.match(renderOpenSearch(ORIGIN), /template="https:\/\/charts.example.com\/\?q=\{searchTerms\}"/);
});
