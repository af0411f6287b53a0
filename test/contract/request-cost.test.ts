import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type IndexHarness, startIndexHarness } from "../support/index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

const REPOSITORIES = Array.from({ length: 20 }, (_, number) => `team-${number}/app`);
const VERSIONS = ["1.0.0", "1.1.0", "2.0.0"];
const TAGS = VERSIONS.length + 1;

let meilisearch: TestMeilisearch;
let index: IndexHarness;
before(async () => {
  meilisearch = await startMeilisearch();
  index = await startIndexHarness(meilisearch);
  for (const repository of REPOSITORIES) {
    for (const version of VERSIONS) await index.pushChart(repository, version, { "README.md": repository });
    moveLatest(repository, "2.0.0");
  }
});
after(async () => {
  await index.stop();
  await meilisearch.stop();
});

function moveLatest(repository: string, version: string): void {
  const tags = index.registry.repositories.get(repository)?.tags;
  const digest = tags?.get(version);
  assert.ok(tags !== undefined && digest !== undefined);
  tags.set("latest", digest);
}

/** What one pass asks of the registry; each address of a manifest or blob is in the count once only if asked for once. */
async function pass() {
  index.registry.requests.length = 0;
  const report = await index.sync();
  assert.deepEqual([report.complete, report.problems], [true, []]);
  const of = (pattern: RegExp) =>
    index.registry.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;
  return {
    tags: of(/^GET .*\/tags\/list/),
    manifests: of(/^GET .*\/manifests\//),
    blobs: of(/^GET .*\/blobs\//),
  };
}

test("a first reading asks for each tag's manifest once, and for each layer once however many tags it has", async () => {
  assert.deepEqual(await pass(), {
    tags: REPOSITORIES.length,
    manifests: REPOSITORIES.length * TAGS,
    blobs: REPOSITORIES.length * VERSIONS.length,
  });
  const latest = (await index.releases()).filter(({ tag }) => tag === "latest");
  assert.deepEqual(new Set(latest.map(({ version }) => version)), new Set(["latest"]));
  assert.deepEqual(new Set(latest.map(({ metadata }) => metadata?.version)), new Set(["2.0.0"]));
  assert.equal(latest.length, REPOSITORIES.length);
});

test("a pass that finds nothing new asks once for the tags of a repository, and for nothing to read", async () => {
  assert.deepEqual(await pass(), { tags: REPOSITORIES.length, manifests: 0, blobs: 0 });
});

test("a new version costs its own manifest and layer, and `latest` that follows it another manifest", async () => {
  await index.pushChart("team-7/app", "3.0.0");
  moveLatest("team-7/app", "3.0.0");
  assert.deepEqual(await pass(), { tags: REPOSITORIES.length, manifests: 2, blobs: 1 });
});
