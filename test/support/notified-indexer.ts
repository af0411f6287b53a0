import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { loadConfig } from "#lib/config/load-config.ts";
import { runIndexer } from "#lib/indexer/run-indexer.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { CHARTS, SOURCES } from "#lib/search/settings.ts";
import { postWishes } from "#lib/search/wishes.ts";
import { receiveEvent } from "#lib/source/events/receive-event.ts";
import { startDistribution } from "./distribution.ts";
import { createHelm } from "./helm.ts";
import { pushCharts } from "./helm-push.ts";
import { startMeilisearch } from "./meilisearch.ts";

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const SECRET = "a secret of the test";
const GIVE_UP_MS = 20_000;

/** Distribution, indexer and search engine, and between them what stands behind `POST /api/v1/events/<source>`. */
export interface NotifiedIndexer extends AsyncDisposable {
  /** Pushes a new chart with Helm; ms from its end until the search finds the chart. */
  pushUntilFound(name: string): Promise<number>;
  /** The status of every notification so far. */
  readonly answers: readonly number[];
}

/** Starts all of it, and waits until the registry, which is empty, was read. */
export async function startNotifiedIndexer(): Promise<NotifiedIndexer> {
  await using parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "notified-"));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  const helm = parts.use(await createHelm());
  const meilisearch = await startMeilisearch();
  parts.defer(() => meilisearch.stop());
  const engine = createMeilisearchEngine(meilisearch);

  const answers: number[] = [];
  const receiver = createServer(async (incoming, response) => {
    const headers = new Headers({ authorization: incoming.headers.authorization ?? "" });
    const received = await receiveEvent({ headers, body: incoming }, SECRET);
    const events = "events" in received ? received.events : [];
    const wishes = config.sources.flatMap(({ id }) => events.map((event) => ({ source: id, ...event })));
    await postWishes(engine, wishes, new Date());
    const status = "events" in received ? 202 : 400;
    answers.push(status);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  parts.defer(() => void receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const distribution = await startDistribution({
    notifications: { url: `http://127.0.0.1:${port}/`, authorization: `Bearer ${SECRET}` },
  });
  parts.defer(() => distribution.stop());

  const { meili, ...config } = loadConfig({
    CHARTROOM_REGISTRY: distribution.url.origin,
    CHARTROOM_DATA: join(folder, "data"),
    MEILI_URL: meilisearch.url,
    MEILI_MASTER_KEY: meilisearch.key,
  });
  if (meili === null) throw new Error("MEILI_URL was not understood");
  const stop = new AbortController();
  const options = { config: { ...config, meili }, log: QUIET, draw: null, once: false, signal: stop.signal };
  const indexing = runIndexer(options);
  parts.defer(async () => {
    stop.abort();
    await indexing;
  });
  const has = async (index: string, key: string, value: string) => {
    const documents = await Array.fromAsync(engine.fetch(index, { filter: "" })).catch(() => []);
    return documents.some((document) => (document as Record<string, unknown>)[key] === value);
  };
  await until(() => has(SOURCES, "status", "current"));

  const started = parts.move();
  return {
    answers,
    async pushUntilFound(name) {
      await helm("create", join(folder, name));
      await helm("package", join(folder, name), "--destination", folder);
      const file = join(folder, `${name}-0.1.0.tgz`);
      const { refused } = await pushCharts(helm, distribution.host, [{ file, namespace: "pushed" }]);
      if (refused[0] !== undefined) throw new Error(refused[0].reason);
      const pushed = performance.now();
      await until(() => has(CHARTS, "name", name));
      return performance.now() - pushed;
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + GIVE_UP_MS; !(await condition()); await pause(10)) {
    if (performance.now() > end) throw new Error(`waited ${GIVE_UP_MS} ms in vain`);
  }
}
