import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { type Catalog, CatalogError } from "#lib/catalog/catalog.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { createChartContent } from "#lib/content/content-parts.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { eachOverAnIndex } from "../support/each-over-an-index.ts";
import { repositoryName } from "../support/fake-registry-client.ts";
import { status } from "../support/fake-registry-faults.ts";
import { catalogOver, type IndexHarness } from "../support/index-harness.ts";

let index: IndexHarness;
let catalog: Catalog;
eachOverAnIndex(async (fresh, overIt) => {
  index = fresh;
  catalog = overIt;
  await index.pushChart("data/redis", "1.0.0", { "README.md": "# Redis", "values.yaml": "port: 6379\n" });
  await index.pushChart("data/redis", "2.0.0-rc.1");
  await index.pushChart("data/redis-exporter", "3.1.0+build.2");
  await index.pushChart("gitops/argo-cd", "9.0.0");
  await index.sync();
});

const query = (text: string) => parseChartQuery(new URLSearchParams(text));
const everything = () => scopeFor(ANONYMOUS, [{ id: index.source.id, access: "public" }]);
const nothing = scopeFor(ANONYMOUS, []);
const chart = (repository: string) => ({ source: index.source.id, repository: repositoryName(repository) });
const namesFor = async (text: string) =>
  (await catalog.search(query(text), everything())).hits.map(({ name }) => name);

describe("search", () => {
  test("the name that was typed comes first, half typed or joined too", async () => {
    assert.deepEqual(await namesFor("q=redis"), ["redis", "redis-exporter"]);
    assert.deepEqual(await namesFor("q=red"), ["redis", "redis-exporter"]);
    assert.deepEqual(await namesFor("q=argocd"), ["argo-cd"]);
  });

  test("marks what matched, and facets count what they leave out", async () => {
    const page = await catalog.search(query("q=argocd&namespace=gitops"), everything());
    assert.deepEqual(page.hits[0]?.matched[0], {
      field: "name",
      place: "",
      href: null,
      segments: [{ text: "argo-cd", match: true }],
    });
    const all = await catalog.search(query("namespace=gitops"), everything());
    assert.equal(all.total, 1);
    assert.deepEqual(all.facets.namespace, [
      { value: "data", count: 2 },
      { value: "gitops", count: 1 },
    ]);
    assert.deepEqual(all.facets.source, [{ value: "acme", count: 1 }]);
  });

  test("a facet value full of syntax is only a value that matches nothing", async () => {
    const hostile = encodeURIComponent('x" OR source = "acme');
    assert.deepEqual(await namesFor(`namespace=${hostile}`), []);
  });
});

describe("what is not in scope does not exist", () => {
  test("in no method", async () => {
    const id = chart("data/redis");
    assert.equal((await catalog.search(query("q=redis"), nothing)).total, 0);
    assert.deepEqual((await catalog.search(query(""), nothing)).facets.namespace, []);
    assert.equal(await catalog.versions(id, nothing), null);
    assert.equal(await catalog.release(id, null, nothing), null);
    assert.equal(await catalog.file(id, "1.0.0", "values.yaml", nothing), null);
    assert.deepEqual(await catalog.sources(nothing), []);
  });
});

describe("a release", () => {
  test("is found by version, by digest, and as the latest", async () => {
    const id = chart("data/redis");
    const latest = await catalog.release(id, null, everything());
    assert.equal(latest?.summary.version, "1.0.0", "stable before a newer prerelease");
    assert.equal(latest?.latest, true);
    assert.equal(latest?.content.kind === "available" && latest.content.content.values?.text, "port: 6379\n");
    const byDigest = await catalog.release(id, latest?.digests.manifest ?? "", everything());
    assert.deepEqual(byDigest?.summary, latest?.summary);
    const other = await catalog.release(chart("data/redis-exporter"), "3.1.0+build.2", everything());
    assert.equal(other?.summary.tag, "3.1.0_build.2");
    assert.equal(await catalog.release(id, "4.0.0", everything()), null);
    assert.equal(await catalog.release(chart("data/nothing"), null, everything()), null);
  });

  test("versions come newest first", async () => {
    const versions = await catalog.versions(chart("data/redis"), everything());
    assert.deepEqual(
      versions?.map(({ version, channel }) => [version, channel]),
      [
        ["2.0.0-rc.1", "prerelease"],
        ["1.0.0", "stable"],
      ],
    );
  });

  test("a file is served as its bytes are, and only what the archive holds", async () => {
    const file = await catalog.file(chart("data/redis"), "1.0.0", "values.yaml", everything());
    assert.equal(Buffer.from(file ?? []).toString(), "port: 6379\n");
    assert.equal(await catalog.file(chart("data/redis"), "1.0.0", "../values.yaml", everything()), null);
    assert.equal(await catalog.file(chart("data/redis"), "1.0.0", "nothing", everything()), null);
  });

  test("stays readable while the registry is down; what is not stored says why", async () => {
    index.registry.fail(/./, status(503));
    const stored = await catalog.release(chart("data/redis"), null, everything());
    assert.equal(stored?.content.kind, "available");
    const empty = createChartContent("/nonexistent");
    const { content } =
      (await catalogOver({ ...index, content: empty }).release(chart("data/redis"), null, everything())) ??
      {};
    assert.ok(content?.kind === "unavailable" && content.passing, "it may come back");
    assert.match(content.reason, /503/);
  });
});

test("an engine that does not answer is an error, never an empty page", async () => {
  const reader = createMeilisearchEngine({ url: "http://127.0.0.1:9", key: null });
  const broken = createIndexedCatalog({ reader, ...index.content, sources: new Map() });
  await assert.rejects(broken.search(query("q=redis"), everything()), CatalogError);
  await assert.rejects(broken.versions(chart("data/redis"), everything()), CatalogError);
});

test("a source says what it holds", async () => {
  const [state] = await catalog.sources(everything());
  assert.deepEqual([state?.charts, state?.releases, state?.failed, state?.status], [3, 4, 0, "waiting"]);
});
