import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import type { Catalog } from "#lib/catalog/catalog.ts";
import { type ChartContentParts, createChartContent } from "#lib/content/content-parts.ts";
import { keepLatest } from "#lib/indexer/keep-latest.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { SourceStatus } from "#lib/indexer/source-status.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { createLog } from "#lib/support/log.ts";
import { repositoryName } from "../support/fake-registry-client.ts";
import { status } from "../support/fake-registry-faults.ts";
import { type IndexHarness, startIndexHarness } from "../support/index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

const SILENT = createLog({ level: "error", name: "test" }, { write: () => true });
const never = new AbortController().signal;

let meilisearch: TestMeilisearch;
let index: IndexHarness;
let folder = "";
let emptied: ChartContentParts;
before(async () => {
  meilisearch = await startMeilisearch();
});
after(() => meilisearch.stop());
beforeEach(async () => {
  index = await startIndexHarness(meilisearch);
  folder = await mkdtemp(join(tmpdir(), "content-store-"));
  emptied = createChartContent(folder);
  for (const version of ["1.0.0", "1.1.0", "2.0.0-rc.1"]) await index.pushChart("data/redis", version);
  await index.pushChart("web/nginx", "3.0.0");
  await index.sync();
});
afterEach(async () => {
  await index.stop();
  await rm(folder, { recursive: true });
});

const blobsAsked = () =>
  index.registry.requests.filter(({ method, path }) => method === "GET" && /\/blobs\//.test(path)).length;
const catalogOver = (content: ChartContentParts): Catalog =>
  createIndexedCatalog({
    reader: index.engine,
    ...content,
    sources: new Map([[index.source.id, index.source]]),
  });
const everything = () => scopeFor(ANONYMOUS, [{ id: index.source.id, access: "public" }]);
const release = async (catalog: Catalog, version: string | null) => {
  const id = { source: index.source.id, repository: repositoryName("data/redis") };
  const found = await catalog.release(id, version, everything());
  assert.ok(found);
  return found;
};
/** What the indexer logs while it keeps the latest. */
async function keep(content: ChartContentParts, signal = never): Promise<readonly unknown[]> {
  const logged: unknown[] = [];
  const log = {
    info: (fields: unknown) => logged.push(fields),
    warn: (fields: unknown) => logged.push(fields),
  };
  await keepLatest({ reader: index.engine, archives: content.archives, log }, index.source, signal);
  return logged;
}

describe("the latest release of every chart", () => {
  test("is stored again when the store was emptied, and nothing is asked for when all is there", async () => {
    const before = blobsAsked();
    assert.deepEqual(await keep(emptied), [{ source: "acme", stored: 2 }]);
    assert.equal(blobsAsked(), before + 2);
    assert.deepEqual(await keep(emptied), []);
    assert.equal(blobsAsked(), before + 2);
    const stored = (await index.charts()).map(({ layer }) => emptied.archives.isStored(layer));
    assert.deepEqual(stored, [true, true]);
  });

  test("that cannot be had costs a line in the log, and the rest is stored", async () => {
    const layer = (await index.charts()).find(({ name }) => name === "redis")?.layer ?? "";
    index.registry.fail(new RegExp(layer), status(404));
    const [stored, failed] = await keep(emptied);
    assert.deepEqual(stored, { source: "acme", stored: 1 });
    assert.match(JSON.stringify(failed), /"failed":1,"example":"data\/redis: .*404/);
  });

  test("of a registry that gives nothing is left to the next time after a few", async () => {
    for (let count = 0; count < 30; count += 1) await index.pushChart(`many/chart-${count}`, "1.0.0");
    await index.sync();
    const before = blobsAsked();
    index.registry.fail(/GET .*\/blobs\//, status(404));
    await keep(emptied);
    assert.ok(blobsAsked() - before < 15, `${blobsAsked() - before} requests`);
  });

  test("that cannot be written is not downloaded over and over", async () => {
    for (let count = 0; count < 30; count += 1) await index.pushChart(`many/chart-${count}`, "1.0.0");
    await index.sync();
    const before = blobsAsked();
    await keep(createChartContent("/dev/null"));
    assert.ok(blobsAsked() - before < 15, `${blobsAsked() - before} requests`);
  });

  test("is not waited for by who ends", async () => {
    const ended = AbortSignal.abort(new Error("the indexer ends"));
    await assert.rejects(keep(emptied, ended), /the indexer ends/);
  });

  test("is stored by every pass of the indexer, within the bound that is configured", async () => {
    const requests = { perMinute: null, trustedProxies: 0, crossOrigin: false };
    const local = {
      dataFolder: folder,
      host: "127.0.0.1",
      port: 0,
      publicUrl: "",
      adminToken: null,
    } as const;
    const rest = { requests, readmeImages: "none", logLevel: "error" } as const;
    const sources = [index.source.config];
    const config = { ...local, ...rest, sources, meili: meilisearch, contentBytes: 1 };
    const pass = () => runIndexer({ config, log: SILENT, draw: null, once: true, signal: never });
    await pass();
    const [first] = await index.charts();
    assert.ok(first && emptied.archives.isStored(first.layer));
    await rm(join(folder, "content"), { recursive: true });
    await pass();
    // Time for room to be made, which takes nothing of what is left.
    await pause(300);
    for (const { layer } of await index.charts()) assert.ok(emptied.archives.isStored(layer));
  });
});

describe("a registry that is down", () => {
  const failedPass = async () => {
    index.registry.fail(/./, status(503));
    const reading = await SourceStatus.begin(index.engine, index.source.id, new Date());
    await reading.end(await index.sync(), new Date());
  };

  test("what is stored is shown with its age, what is not says why", async () => {
    const reading = await SourceStatus.begin(index.engine, index.source.id, new Date("2026-11-20T08:00:00Z"));
    await reading.end(await index.sync(), new Date("2026-11-20T08:00:01Z"));
    assert.equal((await release(catalogOver(emptied), null)).stale, null);

    await keep(emptied);
    await failedPass();
    const catalog = catalogOver(emptied);
    const latest = await release(catalog, null);
    assert.equal(latest.summary.version, "1.1.0");
    assert.equal(latest.content.kind, "available");
    assert.equal(latest.stale?.since, "2026-11-20T08:00:01.000Z");
    assert.match(latest.stale?.reason ?? "", /503/);
    const older = await release(catalog, "1.0.0");
    assert.ok(older.content.kind === "unavailable" && older.content.passing);
    assert.match(older.content.reason, /503/);
    assert.deepEqual(older.stale, latest.stale);
  });

  test("is told of while the next reading is under way, too", async () => {
    await failedPass();
    await SourceStatus.begin(index.engine, index.source.id, new Date());
    while ((await catalogOver(emptied).sources(everything()))[0]?.status !== "reading") await pause(20);
    assert.match((await release(catalogOver(emptied), null)).stale?.reason ?? "", /503/);
  });
});
