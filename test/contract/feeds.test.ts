import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chartArchive } from "../support/archive-builder.ts";
import { startFakeRegistry } from "../support/fake-registry.ts";
import { type ServedSources, serveSources } from "../support/served-sources.ts";

const ROUTES = ["feeds/[...path]", "badge/[...path]", "sitemap.xml", "robots.txt", "opensearch.xml"];
const CREATED = "org.opencontainers.image.created";

const parts = new AsyncDisposableStack();
let served: ServedSources;
before(async () => {
  const registry = await startFakeRegistry();
  parts.defer(() => registry.stop());
  for (const [repository, version, month] of [
    ["data/redis", "1.0.0", "01"],
    ["data/redis", "2.0.0-rc.1", "02"],
    ["web/shop", "3.0.0+b", "03"],
  ] as const) {
    const name = repository.split("/").at(-1) ?? "";
    const chartYaml = `name: ${name}\nversion: ${version}\ndescription: "<b> & ]]>"\n`;
    registry.push(repository, version.replace("+", "_"), {
      layers: [{ content: chartArchive({ name, chartYaml }) }],
      annotations: { [CREATED]: `2026-${month}-01T00:00:00Z` },
    });
  }
  const source = `{ name: acme, registry: "${registry.url}", plainHttp: true }`;
  served = parts.use(await serveSources([source], ROUTES));
});
after(() => parts.disposeAsync());

const ask = (path: string, init?: RequestInit) => fetch(served.url + path, init);
const textOf = async (path: string) => (await ask(path)).text();

test("a chart's feed has its versions, the last first", async () => {
  const answer = await ask("/feeds/acme/data/redis.atom");
  assert.equal(answer.headers.get("content-type"), "application/atom+xml; charset=utf-8");
  assert.equal(answer.headers.get("last-modified"), "Sun, 01 Feb 2026 00:00:00 GMT");
  const titles = Array.from((await answer.text()).matchAll(/<title>(.*?)<\/title>/g), ([, title]) => title);
  assert.deepEqual(titles, ["data/redis in acme", "redis 2.0.0-rc.1", "redis 1.0.0"]);
});

test("what changed is there as Markdown, release by release", async () => {
  const answer = await ask("/feeds/acme/data/redis.md");
  assert.equal(answer.headers.get("content-type"), "text/markdown; charset=utf-8");
  const text = await answer.text();
  assert.match(
    text,
    /^# Changes of data\/redis\n\n## \[2\.0\.0-rc\.1\]\(<.*@2\.0\.0-rc\.1>\) \(2026-02-01\)\n/,
  );
  assert.equal((await ask("/feeds/acme/no/such.md")).status, 404);
});

test("the feed of a search has what it finds, the last first", async () => {
  const all = await textOf("/feeds/search.atom");
  assert.deepEqual(
    Array.from(all.matchAll(/<title>(.*?)<\/title>/g), ([, title]) => title),
    ["New versions of charts", "shop 3.0.0+b", "redis 1.0.0"],
  );
  assert.match(all, /<summary>&lt;b&gt; &amp; \]\]&gt;<\/summary>/);
  const found = await textOf("/feeds/search.atom?q=redis");
  assert.match(
    found,
    /<link rel="alternate" type="text\/html" href="http[^"]*\/\?q=redis&amp;sort=updated"\/>/,
  );
  assert.doesNotMatch(found, /shop/);
});

test("a badge says the latest version", async () => {
  const svg = await ask("/badge/acme/data/redis.svg");
  assert.equal(svg.headers.get("content-type"), "image/svg+xml; charset=utf-8");
  assert.match(await svg.text(), /<title>redis: 1.0.0<\/title>/);
  const shields = (await (await ask("/badge/acme/web/shop.json")).json()) as { message: string };
  assert.equal(shields.message, "3.0.0+b");
});

test("search engines get the pages, browsers a search", async () => {
  const addresses = Array.from(
    (await textOf("/sitemap.xml")).matchAll(/<loc>(.*?)<\/loc>/g),
    ([, loc]) => loc,
  );
  assert.deepEqual(addresses, [`${served.url}/charts/acme/data/redis`, `${served.url}/charts/acme/web/shop`]);
  assert.equal((await ask("/sitemap.xml?part=2")).status, 404);
  assert.match(await textOf("/robots.txt"), new RegExp(`Sitemap: ${served.url}/sitemap.xml`));
  assert.match(await textOf("/opensearch.xml"), new RegExp(`template="${served.url}/\\?q=`));
});

describe("answers are not sent twice", () => {
  for (const path of ["/feeds/acme/data/redis.atom", "/badge/acme/data/redis.svg", "/sitemap.xml"]) {
    test(path, async () => {
      const first = await ask(path);
      await first.arrayBuffer();
      const etag = first.headers.get("etag") ?? "";
      const again = await ask(path, { headers: { "if-none-match": `"other", ${etag}` } });
      assert.deepEqual([again.status, again.headers.get("etag")], [304, etag]);
      assert.equal((await ask(path, { headers: { "if-none-match": '"other"' } })).status, 200);
    });
  }
});

describe("what is not there", () => {
  const nowhere = [
    "/feeds/acme/data/nothing.atom",
    "/feeds/nobody/data/redis.atom",
    "/feeds/acme/data/redis@1.0.0.atom",
    "/feeds/acme/data/redis",
    "/badge/nobody/data/redis.svg",
    "/badge/acme/data/nothing.json",
    "/badge/acme/data/redis.png",
  ];
  for (const path of nowhere) {
    test(`is not found: ${path}`, async () => {
      const answer = await ask(path);
      assert.equal(answer.status, 404);
      assert.equal(answer.headers.get("content-type"), "application/problem+json");
    });
  }
});
