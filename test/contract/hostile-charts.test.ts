import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { SOURCES } from "#lib/search/settings.ts";
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

const search = (text: string) => {
  const { engine, content, source } = index;
  const parts = { reader: engine, ...content, sources: new Map([[source.id, source]]) };
  const scope = scopeFor(ANONYMOUS, [{ id: source.id, access: "public" }]);
  return createIndexedCatalog(parts).search(parseChartQuery(new URLSearchParams({ q: text })), scope);
};
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
