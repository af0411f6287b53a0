import pLimit from "p-limit";
import type { SyncProgress } from "../catalog/catalog.ts";
import type { ChartReader } from "../content/chart-reader.ts";
import { createDocumentWriter } from "../search/document-writer.ts";
import type { SearchReader, SearchWriter } from "../search/search-engine.ts";
import { CONNECTIONS } from "../source/registry-source.ts";
import type { Source } from "../source/source.ts";
import { TextSet } from "../support/text-set.ts";
import type { Recheck } from "./pace.ts";
import { PendingChanges } from "./pending-changes.ts";
import { removeVanished } from "./remove-vanished.ts";
import { RepositoryListing } from "./repository-listing.ts";
import { createSourceMemory, type SourceMemory } from "./source-memory.ts";
import { syncInTurn } from "./sync-in-turn.ts";
import { type SyncReport, SyncTally } from "./sync-report.ts";
import type { SyncParts } from "./sync-repository.ts";

/** Repositories that are looked at together; their requests share the source's connections. */
const REPOSITORIES_AT_ONCE = 16;
/** More than there are connections: while one release is unpacked, the next one's bytes arrive. */
const READS_AT_ONCE = 2 * CONNECTIONS;
/** Changes that may be on their way into the index when the next thing is read: a registry may be the faster of the two. */
const CHANGES_AT_ONCE = 1_000;

/** What a pass needs from outside. */
export interface SyncDeps {
  readonly engine: SearchReader & SearchWriter;
  readonly charts: ChartReader;
  /** What earlier passes left; nothing by default. */
  readonly memory?: SourceMemory;
  /** Tags whose turn has come since then, in ms since 1970, are asked whether they moved; all without it. */
  readonly since?: number | null;
  /** Whether a registry that lists nothing is believed; not without it. */
  readonly acceptEmpty?: boolean;
  /** Called after each repository. */
  readonly onProgress: (progress: Omit<SyncProgress, "startedAt">) => void;
}

/**
 * One reading of a source, whole: every repository brought to what it holds now, those that are gone removed. Safe to
 * stop at any point and run again: what is half done is seen as such by the next pass. Throws `SearchEngineError` if
 * the index cannot be written and the signal's reason if it was stopped; what a registry does never throws.
 */
export async function syncSource(deps: SyncDeps, source: Source, signal: AbortSignal): Promise<SyncReport> {
  const tally = new SyncTally(source.config);
  const memory = deps.memory ?? createSourceMemory(source.config.intervalMs);
  memory.wished.clear();
  const since = deps.since ?? null;
  const now = Date.now();
  const recheck: Recheck = since === null ? { kind: "all" } : { kind: "paced", since, now };
  const pending = new PendingChanges();
  const readTurn = pLimit(READS_AT_ONCE);
  const parts: SyncParts = {
    reader: deps.engine,
    writer: createDocumentWriter(deps.engine),
    charts: deps.charts,
    turn: (run) =>
      readTurn(async () => {
        await pending.atMost(CHANGES_AT_ONCE, signal);
        return run();
      }),
    tally,
    retries: memory.retries,
    recheck,
    signal,
    sent: (change) => pending.add(change),
  };

  const listing = new RepositoryListing(source, tally);
  const progress = () =>
    deps.onProgress({
      repositoriesDone: tally.repositories,
      repositoriesTotal: listing.state === "going-on" ? null : listing.named.size,
      releasesRead: tally.releasesRead,
    });
  const names = listing.names(signal, progress);
  const missed = new TextSet();
  const readListed = async () => {
    for await (const name of names) {
      const again = memory.missed.has(name);
      const state = await syncInTurn(
        memory,
        again ? { ...parts, recheck: { kind: "all" } } : parts,
        source,
        name,
      );
      if (state === null) missed.add(name);
      tally.finishRepository();
      progress();
    }
  };
  await Promise.all(Array.from({ length: REPOSITORIES_AT_ONCE }, readListed));
  // What vanished is looked for once everything else is written.
  parts.writer.hurry();
  if (listing.state === "complete") {
    const settle = () => pending.atMost(0, signal);
    await removeVanished({ ...parts, memory, settle }, source, listing.named, deps.acceptEmpty ?? false);
  }
  await pending.atMost(0, signal);
  if (listing.state === "complete") {
    memory.recheckedAt = now;
    memory.missed = missed;
  }
  return tally.report();
}
