import { setTimeout as pause } from "node:timers/promises";
import type { ChartroomConfig } from "../config/chartroom-config.ts";
import { type ChartContentParts, createChartContent } from "../content/content-parts.ts";
import { readLatestDigests } from "../search/latest-archives.ts";
import { createMeilisearchEngine } from "../search/meilisearch-engine.ts";
import { prepareIndexes } from "../search/prepare-indexes.ts";
import { type SearchEngine, SearchEngineError } from "../search/search-engine.ts";
import { dropWishes } from "../search/wishes.ts";
import { createSources } from "../source/create-sources.ts";
import type { Log } from "../support/log.ts";
import { type WatchedSource, WishGranter } from "./grant-wishes.ts";
import { keepLatest } from "./keep-latest.ts";
import { recheckSince } from "./pace.ts";
import { renderProgress } from "./progress-bar.ts";
import { type ReadingRequest, ReadingRequests } from "./reading-requests.ts";
import { removeUnknownSources } from "./remove-unknown-sources.ts";
import { createSourceMemory } from "./source-memory.ts";
import { SourceStatus } from "./source-status.ts";
import { type SyncDeps, syncSource } from "./sync-source.ts";

/** How long to wait before an engine that does not answer is asked again, ms; doubles up to the second. */
const ENGINE_PAUSE = [250, 5_000] as const;
/** Sources of one interval are spread over this share of it, so that they are not all read at the same moment. */
const JITTER = 0.1;
/** How often wishes are looked for, ms: a push is findable within two seconds. */
const WISH_POLL = 250;

/** How the indexer runs. */
export interface IndexerOptions {
  /** `config.meili` must be set. */
  readonly config: ChartroomConfig & { readonly meili: NonNullable<ChartroomConfig["meili"]> };
  readonly log: Log;
  /** Draws one changing line; null where nobody watches, and every event is a log line instead. */
  readonly draw: ((line: string) => void) | null;
  /** Ends after every source was read once. */
  readonly once: boolean;
  readonly signal: AbortSignal;
}

/** Keeps the index true to the registries until the signal fires; resolves when all is put down. */
export async function runIndexer(options: IndexerOptions): Promise<void> {
  const { config, log, signal } = options;
  const engine = createMeilisearchEngine(config.meili);
  const content = createChartContent(config.dataFolder, {
    maxBytes: config.contentBytes,
    pinned: () => readLatestDigests(engine),
    log,
  });
  const { charts } = content;
  const sources = createSources(config.sources);
  const watched = sources.map((source) => ({
    source,
    memory: createSourceMemory(source.config.intervalMs),
    requests: new ReadingRequests(),
  }));
  const granter = new WishGranter({ engine, charts, log, sources: watched, signal });
  try {
    await persist(engine, options, async () => {
      for (const index of await prepareIndexes(engine)) log.info({ index }, "index rebuilt for new settings");
      for (const source of await removeUnknownSources(engine, sources)) {
        log.info({ source }, "source is not configured any more: removed from the index");
      }
    });
    await Promise.all([
      ...watched.map((source) => keepCurrent(engine, content, source, options)),
      ...(options.once ? [] : [grantWishes(engine, granter, options)]),
    ]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await granter.settle();
    await Promise.all(sources.map((source) => source.client.close()));
  }
}

async function keepCurrent(
  engine: SearchEngine,
  { charts, archives }: ChartContentParts,
  watched: WatchedSource,
  options: IndexerOptions,
): Promise<void> {
  const { source, requests } = watched;
  const keeping = { reader: engine, archives, log: options.log };
  for (;;) {
    const request = requests.take();
    await persist(engine, options, async () => {
      await readSource(engine, charts, watched, request, options);
      await dropWishes(engine, request.nonces);
    });
    await persist(engine, options, () => keepLatest(keeping, source, options.signal));
    if (options.once) return;
    const interval = source.config.intervalMs * (1 + JITTER * (Math.random() - 0.5));
    await requests.wait(interval, options.signal);
  }
}

async function grantWishes(
  engine: SearchEngine,
  granter: WishGranter,
  options: IndexerOptions,
): Promise<void> {
  for (;;) {
    await persist(engine, options, () => granter.look());
    await pause(WISH_POLL, undefined, { signal: options.signal });
  }
}

async function readSource(
  engine: SearchEngine,
  charts: SyncDeps["charts"],
  { source, memory }: WatchedSource,
  { nonces, acceptEmpty }: ReadingRequest,
  { log, draw, signal }: IndexerOptions,
): Promise<void> {
  const startedAt = Date.now();
  const status = await SourceStatus.begin(engine, source.id, new Date());
  const onProgress: SyncDeps["onProgress"] = (progress) => {
    const whole = status.report(progress, new Date());
    draw?.(renderProgress(source.id, whole, Date.now()));
  };
  const lastPass = memory.recheckedAt ?? status.recheckedAt;
  const since = recheckSince(source.config.kind, nonces.size > 0, lastPass);
  if (acceptEmpty)
    log.warn({ source: source.id }, "an operator says the registry may be empty: believed once");
  const deps = { engine, charts, memory, since, acceptEmpty, onProgress };
  const report = await syncSource(deps, source, signal);
  await status.end(report, new Date());
  draw?.("");

  const { problems, ...counts } = report;
  log.info({ source: source.id, ...counts, duration_ms: Date.now() - startedAt }, "source read");
  for (const { shown: _, ...problem } of problems) {
    log.warn({ source: source.id, ...problem }, "could not be read");
  }
}

/** Repeats a step until the search engine lets it through: an engine that restarts costs time, nothing else. */
async function persist(
  engine: SearchEngine,
  options: IndexerOptions,
  step: () => Promise<void>,
): Promise<void> {
  const { log, signal } = options;
  const [shortest, longest] = ENGINE_PAUSE;
  for (let wait: number = shortest; ; wait = Math.min(wait * 2, longest)) {
    try {
      await engine.health();
      return await step();
    } catch (error) {
      if (signal.aborted || !(error instanceof SearchEngineError)) throw error;
      log.warn({ error: error.message, retry_ms: wait }, "search engine not available");
      await pause(wait, undefined, { signal });
    }
  }
}
