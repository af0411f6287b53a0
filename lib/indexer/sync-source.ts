import pLimit from "p-limit";
import pMap from "p-map";
import type { EMPTY_CATALOG, SyncProgress } from "../catalog/catalog.ts";
import type { ChartReader } from "../content/chart-reader.ts";
import { RegistryError } from "../oci/errors.ts";
import type { RepositoryName } from "../oci/reference.ts";
import { type ChartDocument, chartDocumentId, type ReleaseDocument } from "../search/document.ts";
import { createDocumentWriter } from "../search/document-writer.ts";
import { allOf, equals } from "../search/filter.ts";
import type { SearchReader, SearchWriter } from "../search/search-engine.ts";
import { CHARTS, RELEASES } from "../search/settings.ts";
import { CONNECTIONS, listRepositories } from "../source/registry-source.ts";
import type { Source } from "../source/source.ts";
import type { Recheck } from "./pace.ts";
import { createSourceMemory, type SourceMemory } from "./source-memory.ts";
import { type SyncReport, SyncTally } from "./sync-report.ts";
import { type SyncParts, syncRepository } from "./sync-repository.ts";

/** Repositories that are looked at together; their requests share the source's connections. */
const REPOSITORIES_AT_ONCE = 16;
/** More than there are connections: while one release is unpacked, the next one's bytes arrive. */
const READS_AT_ONCE = 2 * CONNECTIONS;

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
  const changes = new Set<Promise<void>>();
  const failure: { error?: unknown } = {};
  const parts: SyncParts = {
    reader: deps.engine,
    writer: createDocumentWriter(deps.engine),
    charts: deps.charts,
    turn: pLimit(READS_AT_ONCE),
    tally,
    retries: memory.retries,
    recheck,
    signal,
    sent: (change) => {
      const settled = change
        .catch((error) => {
          failure.error ??= error;
        })
        .finally(() => changes.delete(settled));
      changes.add(settled);
    },
  };

  const listing = await listAll(source, tally, signal);
  const progress = () =>
    deps.onProgress({
      repositoriesDone: tally.repositories,
      repositoriesTotal: listing.names.length,
      releasesRead: tally.releasesRead,
    });
  progress();
  await pMap(
    listing.names,
    async (name) => {
      signal.throwIfAborted();
      if (failure.error !== undefined) throw failure.error;
      const missed = memory.missed.has(name);
      const state = await syncInTurn(
        memory,
        missed ? { ...parts, recheck: { kind: "all" } } : parts,
        source,
        name,
      );
      if (state === null) memory.missed.add(name);
      else memory.missed.delete(name);
      progress();
    },
    { concurrency: REPOSITORIES_AT_ONCE },
  );
  if (listing.complete) {
    const listed = new Set([...listing.names, ...memory.wished]);
    await removeVanished(parts, source, listed, deps.acceptEmpty ?? false);
  }
  parts.writer.hurry();
  await Promise.all(changes);
  if (failure.error !== undefined) throw failure.error;
  if (listing.complete) memory.recheckedAt = now;
  return tally.report();
}

/**
 * Syncs a repository when nobody else works on it, and gives the turn on once its changes are searchable: who comes next
 * reads them. Waits for the first, not for the second.
 */
export async function syncInTurn(
  { turns }: SourceMemory,
  parts: SyncParts,
  source: Source,
  repository: RepositoryName,
): ReturnType<typeof syncRepository> {
  const endTurn = await turns.take(repository);
  const changes: Promise<void>[] = [];
  const sent = (change: Promise<void>) => {
    changes.push(change);
    parts.sent(change);
  };
  try {
    return await syncRepository({ ...parts, sent }, source, repository);
  } finally {
    void Promise.allSettled(changes).then(endTurn);
  }
}

interface Listing {
  readonly names: readonly RepositoryName[];
  readonly complete: boolean;
}

/** A listing that breaks off still says of what it named that it is there. */
async function listAll(source: Source, tally: SyncTally, signal: AbortSignal): Promise<Listing> {
  const names = new Set<RepositoryName>();
  try {
    const onUnreadable = (entry: string) => tally.addUnnamable(entry);
    for await (const name of listRepositories(source, { signal, onUnreadable })) names.add(name);
    return { names: [...names], complete: true };
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code === "cancelled") throw error;
    tally.addUnreadable(error, null);
    return { names: [...names], complete: false };
  }
}

/** Removes what is indexed of repositories that a complete listing no longer names. */
async function removeVanished(
  parts: SyncParts,
  source: Source,
  listed: ReadonlySet<RepositoryName>,
  acceptEmpty: boolean,
): Promise<void> {
  const vanished: ReleaseDocument[] = [];
  const filter = equals("source", source.id);
  for await (const document of parts.reader.fetch(RELEASES, {
    filter,
    fields: ["id", "repository", "kind"],
  })) {
    const release = document as ReleaseDocument;
    if (!listed.has(release.repository)) vanished.push(release);
  }
  if (vanished.length > 0 && listed.size === 0 && !acceptEmpty) {
    parts.tally.addSuspicion(
      "empty-catalog" satisfies typeof EMPTY_CATALOG,
      `The registry lists no repository at all, but ${vanished.length} releases are indexed; they are kept.`,
      `Check the account's right to read the catalog. If the registry is really empty, say so on the Sources page, or send {"acceptEmpty": true} to POST /api/v1/sources/${source.id}/sync.`,
    );
    return;
  }
  for (const { id } of vanished) parts.sent(parts.writer.remove(RELEASES, id));
  for (const repository of new Set(vanished.map((release) => release.repository))) {
    parts.sent(parts.writer.remove(CHARTS, chartDocumentId(source.id, repository)));
  }
}

/** Removes everything of sources that are not configured any more; returns their names. */
export async function removeUnknownSources(
  engine: SearchReader & SearchWriter,
  known: readonly Source[],
): Promise<readonly string[]> {
  const removed = new Set<string>();
  const filter = allOf(known.map(({ id }) => `NOT ${equals("source", id)}`));
  for (const index of [CHARTS, RELEASES]) {
    const ids: string[] = [];
    for await (const document of engine.fetch(index, { filter, fields: ["id", "source"] })) {
      const { id, source } = document as Pick<ChartDocument, "id" | "source">;
      ids.push(id);
      removed.add(source);
    }
    await engine.remove(index, ids);
  }
  return [...removed];
}
