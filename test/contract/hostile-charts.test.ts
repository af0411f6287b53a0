import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import type { SearchReader } from "#lib/search/search-engine.ts";
import { SOURCES } from "#lib/search/settings.ts";
import { repositoryName } from "../support/fake-registry-client.ts";
import { type IndexHarness, startIndexHarness } from "../support/index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

let meilisearch: TestMeilisearch;
let index: IndexHarness;
before(async () => {
  meilisearch = await startMeilisearch();
});
after(() => meilisearch.stop());
beforeEach(async () => {
  index = await startIndexHarness(meilisearch);
});
afterEach(() => index.stop());

const scope = () => scopeFor(ANONYMOUS, [{ id: index.source.id, access: "public" }]);
const catalogOver = (reader: SearchReader) =>
  createIndexedCatalog({
    reader,
    charts: index.content.charts,
    sources: new Map([[index.source.id, index.source]]),
  });
const search = (text: string) =>
  catalogOver(index.engine).search(parseChartQuery(new URLSearchParams({ q: text })), scope());
const chartYaml = (name: string, more: string) => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;

// The search engine refuses a request with half a character in it, and many charts travel in one request: a single
// such chart kept every other of its registry out of the index.
describe("half a character stops no other chart", () => {
  beforeEach(() => index.pushChart("data/redis", "1.0.0"));

  test("in an annotation", async () => {
    await index.pushChart("evil/a", "1.0.0", {
      "Chart.yaml": chartYaml("a", 'annotations: {x: "\\uD800"}\n'),
    });
    await index.sync();
    assert.deepEqual((await index.charts()).map(({ name }) => name).sort(), ["a", "redis"]);
  });

  test("where a README is cut", async () => {
    await index.pushChart("evil/a", "1.0.0", { "README.md": `${"a".repeat(39_999)}😀` });
    await index.sync();
    assert.deepEqual((await index.charts()).map(({ name }) => name).sort(), ["a", "redis"]);
  });

  test("in what a registry says of its failure", async () => {
    index.registry.fail(/data\/redis\/tags/, () => ({
      status: 403,
      headers: { "content-type": "application/json" },
      body: Buffer.from('{"errors":[{"code":"DENIED","message":"\\ud800"}]}'),
    }));
    const { problems } = await index.sync();
    assert.match(problems[0]?.message ?? "", /DENIED/);
    await index.engine.put(SOURCES, [{ id: index.source.id, problems } as { id: string }]);
  });

  test("in a query", async () => {
    assert.equal((await search(`${"a".repeat(299)}😀`)).total, 0);
  });
});

test("keywords by the megabyte do not come back with every hit", async () => {
  const keywords = Array.from({ length: 500 }, (_, number) => `"${number} ${"redis ".repeat(165)}"`);
  await index.pushChart("evil/a", "1.0.0", { "Chart.yaml": chartYaml("a", `keywords: [${keywords}]\n`) });
  await index.sync();
  const page = await search("redis");
  assert.equal(page.total, 1);
  assert.ok(JSON.stringify(page).length < 100_000, `${JSON.stringify(page).length} characters for one hit`);
});

test("annotations become no fields of the index, which takes only so many", async () => {
  await index.pushChart("evil/a", "1.0.0", {
    "Chart.yaml": chartYaml("a", "annotations: {mine-alone: x}\n"),
  });
  await index.sync();
  assert.deepEqual((await index.releases())[0]?.metadata?.annotations, [["mine-alone", "x"]]);
  const id = { source: index.source.id, repository: repositoryName("evil/a") };
  const release = await catalogOver(index.engine).release(id, null, scope());
  assert.deepEqual(release?.metadata?.annotations, { "mine-alone": "x" });
});

test("a megabyte of annotations is fetched for the version that is shown, not for each", async () => {
  for (const version of ["1.0.0", "2.0.0"]) {
    const more = `annotations: {long: "${"x".repeat(90_000)}"}\n`;
    const yaml = `apiVersion: v2\nname: a\nversion: ${version}\nappVersion: "7"\ndeprecated: true\n${more}`;
    await index.pushChart("evil/a", version, { "Chart.yaml": yaml });
  }
  await index.sync();
  let fetched = 0;
  const catalog = catalogOver({
    ...index.engine,
    async *fetch(...request) {
      for await (const document of index.engine.fetch(...request)) {
        fetched += JSON.stringify(document).length;
        yield document;
      }
    },
  });
  const id = { source: index.source.id, repository: repositoryName("evil/a") };
  const release = await catalog.release(id, "1.0.0", scope());
  assert.equal(release?.metadata?.annotations.long?.length, 90_000);
  assert.deepEqual([release?.summary.appVersion, release?.summary.deprecated], ["7", true]);
  assert.ok(fetched < 5_000, `${fetched} characters for two versions`);
});
