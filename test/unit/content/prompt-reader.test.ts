import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createChartReader } from "#lib/content/chart-reader.ts";
import { createPromptReader } from "#lib/content/prompt-reader.ts";
import { RegistryError } from "#lib/oci/errors.ts";
import type { Digest, RepositoryName } from "#lib/oci/reference.ts";
import type { BlobReader } from "#lib/oci/registry-client.ts";
import { chartArchive } from "../../support/archive-builder.ts";

const registry = {} as BlobReader;
const repository = "data/redis" as RepositoryName;
const archive = { digest: "sha256:1" as Digest, size: 1 };

/** A reader of one chart that a registry gives when it is told to. */
function slowChart(deadlineMs: number) {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const count = { downloads: 0 };
  const charts = createChartReader({
    stored: async () => null,
    download: () => {
      count.downloads += 1;
      return promise;
    },
  });
  const give = () => resolve(chartArchive({ name: "redis" }));
  return { charts: createPromptReader(charts, deadlineMs), count, give, reject };
}

const isLate = (error: unknown) =>
  error instanceof RegistryError && error.passing && /still being read/.test(error.message);

test("who waits too long is told, and the next has what came meanwhile", async () => {
  const { charts, count, give } = slowChart(20);
  await assert.rejects(charts.read(registry, repository, archive), isLate);
  give();
  assert.equal((await charts.read(registry, repository, archive)).metadata.name, "redis");
  assert.equal(count.downloads, 1);
});

test("a file has the same deadline", async () => {
  const { charts } = slowChart(20);
  await assert.rejects(charts.file(registry, repository, archive, "Chart.yaml"), isLate);
});

test("a failure in time is that failure, and one that nobody waits for any more ends nothing", async () => {
  const early = slowChart(60_000);
  early.reject(new Error("down"));
  await assert.rejects(early.charts.read(registry, repository, archive), /down/);
  const late = slowChart(5);
  await assert.rejects(late.charts.read(registry, repository, archive), isLate);
  late.reject(new Error("down"));
  await pause(10);
});
