import { setTimeout as pause } from "node:timers/promises";
import type { ChartroomConfig } from "../config/chartroom-config.ts";
import { createChartContent } from "../content/content-parts.ts";
import { createMeilisearchEngine } from "../search/meilisearch-engine.ts";
import { prepareIndexes } from "../search/prepare-indexes.ts";
import { type SearchEngine, SearchEngineError } from "../search/search-engine.ts";
import { createRegistrySource } from "../source/registry-source.ts";
import type { Source } from "../source/source.ts";
import type { Log } from "../support/log.ts";
import { renderProgress } from "./progress-bar.ts";
import { SourceStatus } from "./source-status.ts";
import { removeUnknownSources, type SyncDeps, syncSource } from "./sync-source.ts";

/** How long to wait before an engine that does not answer is asked again, ms; doubles up to the second. */
const ENGINE_PAUSE = [250, 5_000] as const;
/** Sources of one interval are spread over this share of it, so that they are not all read at the same moment. */
const JITTER = 0.1;

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
  const { charts } = createChartContent(config.dataFolder);
  const sources = config.sources.map(createRegistrySource);
  try {
    await persist(engine, options, async () => {
      for (const index of await prepareIndexes(engine)) log.info({ index }, "index rebuilt for new settings");
      for (const source of await removeUnknownSources(engine, sources)) {
        log.info({ source }, "source is not configured any more: removed from the index");
      }
    });
    await Promise.all(sources.map((source) => keepCurrent(engine, charts, source, options)));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await Promise.all(sources.map((source) => source.client.close()));
  }
}

async function keepCurrent(
  engine: SearchEngine,
  charts: SyncDeps["charts"],
  source: Source,
  options: IndexerOptions,
): Promise<void> {
  for (;;) {
    await persist(engine, options, () => readSource(engine, charts, source, options));
    if (options.once) return;
    const interval = source.config.intervalMs * (1 + JITTER * (Math.random() - 0.5));
    await pause(interval, undefined, { signal: options.signal });
  }
}

async function readSource(
  engine: SearchEngine,
  charts: SyncDeps["charts"],
  source: Source,
  { log, draw, signal }: IndexerOptions,
): Promise<void> {
  const startedAt = Date.now();
  const status = await SourceStatus.begin(engine, source.id, new Date());
  const onProgress: SyncDeps["onProgress"] = (progress) => {
    const whole = status.report(progress, new Date());
    draw?.(renderProgress(source.id, whole, Date.now()));
  };
  const report = await syncSource({ engine, charts, onProgress }, source, signal);
  await status.end(report, new Date());
  draw?.("");

  const { problems, ...counts } = report;
  log.info({ source: source.id, ...counts, duration_ms: Date.now() - startedAt }, "source read");
  for (const problem of problems) log.warn({ source: source.id, ...problem }, "could not be read");
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
