import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "#lib/config/load-config.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { startMeilisearch } from "./meilisearch.ts";
import { type ServedRoutes, serveRoutes } from "./served-routes.ts";

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

/** Sources that were read once into a real search engine, and routes over them. */
export interface ServedSources extends AsyncDisposable {
  readonly url: string;
  readonly log: ServedRoutes["log"];
  /** Reads the sources again. */
  sync(): Promise<void>;
  /** Ends the search engine as a crash would. */
  loseEngine(): Promise<void>;
}

/** `sources` are lines below `sources:` of chartroom.yaml. One a process: routes read the environment once. */
export async function serveSources(
  sources: readonly string[],
  routes: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedSources> {
  await using parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "served-sources-"));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  const meilisearch = await startMeilisearch();
  parts.defer(() => meilisearch.stop());
  const served = await serveRoutes(routes);
  parts.defer(() => served.stop());
  const file = join(folder, "chartroom.yaml");
  await writeFile(file, `sources:\n${sources.map((line) => `  - ${line}\n`).join("")}`);
  Object.assign(process.env, {
    CHARTROOM_CONFIG: file,
    CHARTROOM_DATA: join(folder, "data"),
    CHARTROOM_URL: served.url,
    MEILI_URL: meilisearch.url,
    MEILI_MASTER_KEY: meilisearch.key,
    ...settings,
  });
  const { meili, ...config } = loadConfig(process.env);
  if (meili === null) throw new Error("MEILI_URL was not understood");
  const sync = () =>
    runIndexer({
      config: { ...config, meili },
      log: QUIET,
      draw: null,
      once: true,
      signal: new AbortController().signal,
    });
  await sync();
  const started = parts.move();
  return {
    url: served.url,
    log: served.log,
    sync: async () => void (await sync()),
    loseEngine: () => meilisearch.kill(),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
