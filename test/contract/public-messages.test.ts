import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { createChartContent } from "#lib/content/content-parts.ts";
import { SourceStatus } from "#lib/indexer/source-status.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { failureOf, repositoryName } from "../support/fake-registry-client.ts";
import { redirect, status } from "../support/fake-registry-faults.ts";
import { startIndexHarness } from "../support/index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

let meilisearch: TestMeilisearch;
before(async () => {
  meilisearch = await startMeilisearch();
});
after(() => meilisearch.stop());

test("visitors read why a source failed, and no address but the registry's; the report for the log has all", async (t) => {
  const index = await startIndexHarness(meilisearch);
  t.after(() => index.stop());
  const { engine, source, content, registry } = index;
  await index.pushChart("data/redis", "1.0.0");
  registry.fail(/_catalog/, status(503, "dial tcp: lookup redis.internal on 10.0.0.2:53"));

  const messages = async () => {
    const note = await SourceStatus.begin(engine, source.id, new Date());
    const report = await index.sync();
    await note.end(report, new Date());
    const catalog = createIndexedCatalog({
      reader: engine,
      ...content,
      sources: new Map([[source.id, source]]),
    });
    const scope = scopeFor(ANONYMOUS, [{ id: source.id, access: "public" }]);
    const [state] = await catalog.sources(scope);
    return { logged: report.problems.map(({ message }) => message), shown: state?.problems };
  };

  const listing = await messages();
  assert.match(listing.logged[0] ?? "", /redis\.internal on 10\.0\.0\.2:53/);
  assert.deepEqual(
    listing.shown?.map(({ message }) => message),
    [
      `GET ${registry.url.origin}/v2/_catalog: 503 Service Unavailable (dial tcp: lookup [address] on [address]: as the test wants it)`,
    ],
  );
  assert.ok(!("shown" in (listing.shown?.[0] ?? {})));

  registry.mend();
  registry.fail(/blobs/, redirect("http://169.254.169.254/latest"));
  const release = await messages();
  assert.match(release.logged[0] ?? "", /169\.254\.169\.254/);
  const [problem] = release.shown ?? [];
  assert.match(problem?.message ?? "", /^data\/redis:1\.0\.0: .*leads to \[address\]/);
  assert.doesNotMatch(problem?.message ?? "", /169\.254/);
});

test("so do those of a chart whose archive has to come from the registry, and does not", async (t) => {
  const index = await startIndexHarness(meilisearch);
  t.after(() => index.stop());
  const folder = await mkdtemp(join(tmpdir(), "no-archives-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { engine, source, registry } = index;
  await index.pushChart("data/redis", "1.0.0");
  await index.sync();
  registry.fail(/blobs/, redirect("http://169.254.169.254/latest"));
  const catalog = createIndexedCatalog({
    reader: engine,
    ...createChartContent(folder),
    sources: new Map([[source.id, source]]),
  });
  const scope = scopeFor(ANONYMOUS, [{ id: source.id, access: "public" }]);
  const id = { source: source.id, repository: repositoryName("data/redis") };
  const release = await catalog.release(id, null, scope);
  const reason = release?.content.kind === "unavailable" ? release.content.reason : "";
  assert.match(
    reason,
    new RegExp(`^GET ${registry.url.origin}/v2/data/redis/blobs/.*leads to \\[address\\]`),
  );
  const failure = await failureOf(catalog.file(id, "1.0.0", "values.yaml", scope));
  assert.deepEqual([failure.message, failure.code], [reason, "bad-response"]);
});
