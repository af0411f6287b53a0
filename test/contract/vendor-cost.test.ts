import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { syncSource } from "#lib/indexer/sync-source.ts";
import type { LoggedRequest } from "../support/fake-registry-faults.ts";
import { type IndexHarness, startIndexHarness } from "../support/index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";
import { hurriedLister, series } from "../support/vendors/fake-api.ts";
import { HARBOR_ROBOT, startFakeHarbor } from "../support/vendors/fake-harbor.ts";

const IMAGES = series("library/image", 200);
const IMAGE_CONFIG = "application/vnd.oci.image.config.v1+json";

let meilisearch: TestMeilisearch;
let index: IndexHarness;
before(async () => {
  meilisearch = await startMeilisearch();
  index = await startIndexHarness(meilisearch);
  for (const name of IMAGES) {
    index.registry.push(name, "latest", { config: { mediaType: IMAGE_CONFIG, content: { name } } });
  }
});
after(async () => {
  await index.stop();
  await meilisearch.stop();
});

/** Requests by what they are for. */
function count(requests: readonly LoggedRequest[]) {
  const of = (pattern: RegExp) =>
    requests.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;
  return {
    listing: of(/^GET \/(v2\/(_catalog.*)?|api\/.*)$/),
    tags: of(/^GET .*\/tags\/list/),
    manifests: of(/^GET .*\/manifests\//),
    heads: of(/^HEAD .*\/manifests\//),
    blobs: of(/^GET .*\/blobs\//),
    all: requests.length,
  };
}

/** What one pass asks of the registry and of the vendor's API. */
async function pass(
  lister: ReturnType<typeof hurriedLister>,
  others: readonly LoggedRequest[] = [],
  since: number | null = null,
) {
  const { client } = index.source;
  const source = {
    ...index.source,
    client: { ...client, repositories: lister.repositories },
  };
  const before = others.length;
  index.registry.requests.length = 0;
  const deps = { engine: index.engine, charts: index.content.charts, since, onProgress: () => {} };
  const report = await syncSource(deps, source, new AbortController().signal);
  assert.equal(report.complete, true);
  return count([...index.registry.requests, ...others.slice(before)]);
}

test("each manifest of an image is read once, and remembered", async () => {
  const lister = hurriedLister(null, { registry: index.registry.url, client: index.source.client });
  const first = await pass(lister);
  assert.deepEqual(first, { listing: 3, tags: 200, manifests: 200, heads: 0, blobs: 0, all: 403 });
  assert.equal((await index.releases()).filter(({ kind }) => kind === "other").length, 200);
  const second = await pass(lister);
  assert.deepEqual(second, { listing: 3, tags: 200, manifests: 0, heads: 200, blobs: 0, all: 403 });
  // Five minutes after a whole pass few tags have their turn: each has one a day.
  const { heads, all } = await pass(lister, [], Date.now() - 300_000);
  assert.ok(heads <= 10, `${heads} of 200`);
  assert.equal(all - heads, 203);
});

test("where Harbor tells what holds charts, nothing is asked about images", async (t) => {
  await index.pushChart("library/redis", "1.0.0");
  const images = Object.fromEntries(IMAGES.map((name) => [name, "image"] as const));
  const repositories = { ...images, "library/redis": "chart" } as const;
  const harbor = await startFakeHarbor({
    version: "2.12",
    projects: { library: { public: true, repositories } },
  });
  t.after(() => harbor.stop());
  const lister = hurriedLister(null, { registry: harbor.url, credentials: HARBOR_ROBOT });
  const first = await pass(lister, harbor.requests);
  assert.deepEqual(first, { listing: 3, tags: 1, manifests: 1, heads: 0, blobs: 1, all: 6 });
  const second = await pass(lister, harbor.requests);
  assert.deepEqual(second, { listing: 3, tags: 1, manifests: 0, heads: 1, blobs: 0, all: 5 });
});
