import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "#lib/config/load-config.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { CONNECTIONS } from "#lib/source/registry-source.ts";
import { startMeilisearch } from "../test/support/meilisearch.ts";
import { type Download, downloadAll } from "./bare-download.ts";
import { quantile } from "./statistics.ts";

const ROUNDS = 5;
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** Medians of several rounds, seconds. */
export interface IndexingFigures {
  readonly releases: number;
  readonly megabytes: number;
  readonly bare: number;
  readonly indexing: number;
  readonly concurrency: number;
}

/**
 * Indexes a registry into an empty index, round by round beside the bare download of the same bytes, so that whatever
 * else the machine does falls on both.
 */
export async function measureIndexing(
  origin: string,
  releases: readonly Download[],
): Promise<IndexingFigures> {
  const bare: number[] = [];
  const indexing: number[] = [];
  // Not counted: the registry's first reads come from the disk.
  let bytes = await downloadAll(origin, releases, CONNECTIONS);
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await seconds(async () => (bytes = await downloadAll(origin, releases, CONNECTIONS))));
    indexing.push(await indexOnce(origin));
  }
  return {
    releases: releases.length,
    megabytes: bytes / 1e6,
    bare: quantile(bare, 0.5),
    indexing: quantile(indexing, 0.5),
    concurrency: CONNECTIONS,
  };
}

async function indexOnce(origin: string): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), "bench-"));
  const meilisearch = await startMeilisearch();
  try {
    const { meili, ...config } = loadConfig({
      CHARTROOM_REGISTRY: origin,
      CHARTROOM_DATA: data,
      MEILI_URL: meilisearch.url,
      MEILI_MASTER_KEY: meilisearch.key,
    });
    if (meili === null) throw new Error("MEILI_URL was not understood");
    const { signal } = new AbortController();
    const options = { config: { ...config, meili }, log: SILENT, draw: null, once: true, signal };
    return await seconds(() => runIndexer(options));
  } finally {
    await meilisearch.stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}
