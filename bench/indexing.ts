import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "#lib/config/load-config.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { CONNECTIONS } from "#lib/source/registry-source.ts";
import { startMeilisearch } from "../test/support/meilisearch.ts";
import { downloadAll, listAllTags } from "./bare-download.ts";
import { readMoulds } from "./chart-supply.ts";
import { type LargeRegistry, startLargeRegistry } from "./large-registry.ts";
import { quantile } from "./statistics.ts";

/** Releases in the registry, and how often it is read: of two rounds the slower one counts, of three and five the median. */
const SIZES = [
  { releases: 100, rounds: 5 },
  { releases: 1_000, rounds: 3 },
  { releases: 10_000, rounds: 2 },
] as const;
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** Seconds by the clock, and of this process's work in them; the registry's and the engine's come on top. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** Medians of several rounds. */
export interface IndexingFigures {
  readonly releases: number;
  readonly megabytes: number;
  /** Every manifest, config and layer fetched and verified. */
  readonly download: Cost;
  /** The whole registry into an empty index. */
  readonly full: Cost;
  /** The tags of every repository listed. */
  readonly tags: Cost;
  /** A pass that finds nothing new. */
  readonly unchanged: Cost;
}

/**
 * Indexes registries of growing size, each round beside the bare download of the same bytes, so that whatever else the
 * machine does falls on both.
 */
export async function measureIndexing(): Promise<readonly IndexingFigures[]> {
  const moulds = await readMoulds();
  const figures: IndexingFigures[] = [];
  for (const { releases, rounds } of SIZES) {
    await using registry = await startLargeRegistry(moulds, releases);
    // Not counted: code that was never run, and files that were never read.
    if (figures.length === 0) await readOnce(registry);
    figures.push(await measureRegistry(registry, rounds));
  }
  return figures;
}

async function measureRegistry(registry: LargeRegistry, rounds: number): Promise<IndexingFigures> {
  const taken: Awaited<ReturnType<typeof readOnce>>[] = [];
  for (let round = 0; round < rounds; round += 1) taken.push(await readOnce(registry));
  const median = (step: "download" | "full" | "tags" | "unchanged"): Cost => ({
    wall: quantile(
      taken.map((round) => round[step].wall),
      0.5,
    ),
    cpu: quantile(
      taken.map((round) => round[step].cpu),
      0.5,
    ),
  });
  return {
    releases: registry.releases.length,
    megabytes: (taken[0]?.bytes ?? 0) / 1e6,
    download: median("download"),
    full: median("full"),
    tags: median("tags"),
    unchanged: median("unchanged"),
  };
}

/** Each measurement once, its floor just before it. */
async function readOnce({ origin, releases, repositories }: LargeRegistry) {
  let bytes = 0;
  const download = await costOf(async () => {
    bytes = await downloadAll(origin, releases, CONNECTIONS);
  });
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
    const pass = () =>
      runIndexer({ config: { ...config, meili }, log: SILENT, draw: null, once: true, signal });
    const full = await costOf(pass);
    const tags = await costOf(() => listAllTags(origin, repositories, CONNECTIONS));
    const unchanged = await costOf(pass);
    return { bytes, download, full, tags, unchanged };
  } finally {
    await meilisearch.stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function costOf(run: () => Promise<unknown>): Promise<Cost> {
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await run();
  const wall = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / 1e6 };
}
