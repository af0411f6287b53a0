import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { ChartArchives } from "#lib/content/chart-archives.ts";
import { createChartReader } from "#lib/content/chart-reader.ts";
import type { Digest, RepositoryName } from "#lib/oci/reference.ts";
import type { BlobReader } from "#lib/oci/registry-client.ts";
import { chartArchive } from "../../support/archive-builder.ts";

const registry = {} as BlobReader;
const repository = "data/redis" as RepositoryName;
const archive = (number: number) => ({ digest: `sha256:${number}` as Digest, size: 1 });

/** Archives that all hold the same bytes, and count who asks for them. */
function countedArchives(bytes: Uint8Array, cacheBytes?: number) {
  const count = { reads: 0, now: 0, most: 0 };
  const archives: Pick<ChartArchives, "stored" | "download"> = {
    async stored() {
      count.reads += 1;
      count.now += 1;
      count.most = Math.max(count.most, count.now);
      await pause(5);
      count.now -= 1;
      return bytes;
    },
    download: async () => assert.fail("it is stored"),
  };
  return { count, charts: createChartReader(archives, cacheBytes) };
}

test("many who want the same chart at once have it read once", async () => {
  const { charts, count } = countedArchives(chartArchive({ name: "redis" }));
  const contents = await Promise.all(
    Array.from({ length: 50 }, () => charts.read(registry, repository, archive(1))),
  );
  assert.equal(count.reads, 1);
  assert.ok(contents.every(({ metadata }) => metadata.name === "redis"));
});

test("many who want files of an archive that is not stored have it downloaded once, and again when that failed", async () => {
  const bytes = chartArchive({ name: "redis" });
  let downloads = 0;
  const charts = createChartReader({
    stored: async () => null,
    async download() {
      downloads += 1;
      await pause(5);
      if (downloads === 1) throw new Error("down");
      return bytes;
    },
  });
  const readFiles = () =>
    Promise.all(
      Array.from({ length: 50 }, () => charts.file(registry, repository, archive(1), "Chart.yaml")),
    );
  await assert.rejects(readFiles(), /down/);
  const files = await readFiles();
  assert.equal(downloads, 2);
  assert.match(Buffer.from(files.at(-1) ?? []).toString(), /redis/);
});

test("who can cancel spoils it for nobody else", async () => {
  const { charts, count } = countedArchives(chartArchive());
  const signal = new AbortController().signal;
  await Promise.all([
    charts.read(registry, repository, archive(1), { signal }),
    charts.read(registry, repository, archive(1)),
  ]);
  assert.equal(count.reads, 2);
});

test("of one registry a few archives are read at once, and no other waits for them", async () => {
  const { charts, count } = countedArchives(chartArchive());
  const many = Array.from({ length: 20 }, (_, number) => number);
  await Promise.all([
    ...many.map((number) => charts.read(registry, repository, archive(number))),
    ...many.map((number) => charts.file(registry, repository, archive(number), "Chart.yaml")),
  ]);
  assert.equal(count.most, 4);
  await Promise.all(
    [registry, {} as BlobReader].flatMap((one) =>
      many.map((number) => charts.file(one, repository, archive(number), "Chart.yaml")),
    ),
  );
  assert.equal(count.most, 8);
});

test("a registry that gives nothing holds up nothing that is stored", async () => {
  const bytes = chartArchive();
  const stored = archive(0);
  const charts = createChartReader({
    stored: async ({ digest }) => (digest === stored.digest ? bytes : null),
    download: () => new Promise(() => {}),
  });
  for (let number = 1; number < 30; number++) void charts.read(registry, repository, archive(number));
  assert.equal((await charts.read(registry, repository, stored)).metadata.name, "demo");
});

test("a failure is not remembered", async () => {
  let reads = 0;
  const charts = createChartReader({
    stored: async () => null,
    download: async () => {
      reads += 1;
      throw new Error("down");
    },
  });
  for (const _ of [1, 2]) await assert.rejects(charts.read(registry, repository, archive(1)), /down/);
  assert.equal(reads, 2);
});

test("a chart of nothing but names takes its place in the cache", async () => {
  const files = Array.from({ length: 100 }, (_, number) => [`${"x".repeat(90)}${number}`, ""]);
  const { charts, count } = countedArchives(chartArchive({ files: Object.fromEntries(files) }), 100_000);
  for (const number of [1, 2, 3, 4]) await charts.read(registry, repository, archive(number));
  await charts.read(registry, repository, archive(4));
  assert.equal(count.reads, 4);
  await charts.read(registry, repository, archive(1));
  assert.equal(count.reads, 5, "the first had to make room");
});

test("what a packed subchart unpacks to takes its place in the cache", async () => {
  const inner = chartArchive({ name: "inner", files: { "templates/a.yaml": "a".repeat(60_000) } });
  const { charts, count } = countedArchives(chartArchive({ files: { "charts/inner.tgz": inner } }), 100_000);
  for (const number of [1, 2, 1]) await charts.read(registry, repository, archive(number));
  assert.equal(count.reads, 3, "the first had to make room");
});
