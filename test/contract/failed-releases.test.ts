import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { archive } from "../support/archive-builder.ts";
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

test("what cannot be read is listed by place, with its reason, to who may see the source", async () => {
  const { engine, content, source, registry } = index;
  await index.pushChart("data/redis", "1.0.0");
  for (const repository of ["web/shop", "data/broken"]) {
    registry.push(repository, "1.0.0_build.1", { layers: [{ content: "no archive" }] });
  }
  const unnamed = archive([{ name: "x/README.md", content: "no Chart.yaml" }]);
  for (let patch = 0; patch < 12; patch += 1) {
    registry.push("data/unnamed", `1.0.${patch}`, { layers: [{ content: unnamed }] });
  }
  const report = await index.sync();
  const catalog = createIndexedCatalog({
    reader: engine,
    ...content,
    sources: new Map([[source.id, source]]),
  });

  const everything = scopeFor(ANONYMOUS, [{ id: source.id, access: "public" }]);
  const failed = await catalog.failedReleases(source.id, everything);
  assert.equal(failed?.total, 14);
  const places = failed.releases.map(({ id, version }) => `${id.source}/${id.repository}@${version}`);
  assert.equal(places.length, 14);
  assert.deepEqual(
    [places[0], places.at(-1)],
    ["acme/data/broken@1.0.0+build.1", "acme/web/shop@1.0.0+build.1"],
  );
  assert.match(failed.releases[0]?.reason ?? "", /not gzip/);

  const broken = failed.releases[0];
  assert.ok(broken);
  assert.equal(await catalog.file(broken.id, broken.version, "Chart.yaml", everything), null);

  // By cause, in the words the Sources page and the log have from the reading itself.
  assert.deepEqual(
    failed.causes.map(({ code, count, remedy }) => ({ code, count, remedy })),
    report.problems.map(({ code, count, remedy }) => ({ code, count, remedy })),
  );
  assert.deepEqual(
    failed.causes.map(({ code, count, examples }) => [code, count, examples.length]),
    [
      ["archive-no-chart-yaml", 12, 5],
      ["archive-not-gzip", 2, 2],
    ],
  );
  assert.equal(await catalog.failedReleases(source.id, scopeFor(ANONYMOUS, [])), null);
});
