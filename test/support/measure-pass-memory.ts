import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { createChartContent } from "#lib/content/content-parts.ts";
import { syncSource } from "#lib/indexer/sync-source.ts";
import type { SearchReader, SearchWriter } from "#lib/search/search-engine.ts";
import { CONNECTIONS } from "#lib/source/registry-source.ts";
import { hurriedClient } from "./fake-registry-client.ts";

/*
 * Makes one pass over the registry at the address given, into an engine that holds nothing and keeps nothing, and prints
 * how much it held at most, and took from the system. Run with --expose-gc: what is not held any more does not count.
 */
const registry = new URL(process.argv[2] ?? "");
const client = hurriedClient(registry, { connections: CONNECTIONS });
const engine: SearchReader & SearchWriter = {
  search: async () => [],
  async *fetch() {},
  get: async () => null,
  health: async () => {},
  put: async () => {},
  remove: async () => {},
  removeMatching: async () => {},
};
const { charts } = createChartContent(join(tmpdir(), "chartroom-no-archives"));
const id = "acme" as SourceId;
const config = {
  id,
  kind: "registry",
  registry,
  vendor: null,
  include: [],
  exclude: [],
  repositories: null,
  credentials: null,
  access: "public",
  ca: null,
  intervalMs: 1_000,
  eventSecret: null,
} as const;

/** Repositories between two looks. */
const LOOK_EVERY = 2_500;

function heldBytes(): number {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc");
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

let most = 0;
const { repositories, other, problems, complete } = await syncSource(
  {
    engine,
    charts,
    onProgress({ repositoriesDone }) {
      if (repositoriesDone % LOOK_EVERY === 0) most = Math.max(most, heldBytes());
    },
  },
  { id, config, client },
  new AbortController().signal,
);
const takenBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ repositories, other, problems, complete, heldBytes: most, takenBytes }));
await client.close();
