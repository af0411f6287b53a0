import pLimit from "p-limit";
import type { SourceId } from "../config/chartroom-config.ts";
import type { ChartReader } from "../content/chart-reader.ts";
import type { RepositoryName } from "../oci/reference.ts";
import type { WishDocument } from "../search/document.ts";
import { createDocumentWriter, type DocumentWriter } from "../search/document-writer.ts";
import type { SearchReader, SearchWriter } from "../search/search-engine.ts";
import { SearchEngineError } from "../search/search-engine.ts";
import { dropWishes, readWishes } from "../search/wishes.ts";
import { CONNECTIONS, isWanted } from "../source/registry-source.ts";
import type { Source } from "../source/source.ts";
import type { Log } from "../support/log.ts";
import type { RequestTurn } from "./observe.ts";
import type { ReadingRequests } from "./reading-requests.ts";
import type { SourceMemory } from "./source-memory.ts";
import { syncInTurn } from "./sync-in-turn.ts";
import { SyncTally } from "./sync-report.ts";
import { isFulfilled, WishPatience } from "./wish-patience.ts";

/** Repositories that are read on wishes at the same time. */
const REPOSITORIES_AT_ONCE = 16;
/** How long a document waits for others to travel with, ms: somebody waits for it. */
const WRITE_WAIT = 20;

/** A source, with what its passes remember and how one is asked for. */
export interface WatchedSource {
  readonly source: Source;
  readonly memory: SourceMemory;
  readonly requests: ReadingRequests;
}

/** What granting wishes needs from outside. */
export interface WishParts {
  readonly engine: SearchReader & SearchWriter;
  readonly charts: ChartReader;
  readonly log: Log;
  readonly sources: readonly WatchedSource[];
  readonly signal: AbortSignal;
}

interface WishGroup extends WatchedSource {
  readonly turn: RequestTurn;
  readonly repository: RepositoryName;
  readonly wishes: readonly WishDocument[];
}

/** Reads what events name, repository by repository, beside the passes. */
export class WishGranter {
  readonly #parts: WishParts;
  readonly #writer: DocumentWriter;
  readonly #sources: ReadonlyMap<SourceId, WatchedSource & { readonly turn: RequestTurn }>;
  readonly #patience = new WishPatience();
  readonly #running = new Map<string, Promise<void>>();
  #defect: { readonly error: unknown } | null = null;

  constructor(parts: WishParts) {
    this.#parts = parts;
    this.#writer = createDocumentWriter(parts.engine, WRITE_WAIT);
    this.#sources = new Map(
      parts.sources.map((watched) => [watched.source.id, { ...watched, turn: pLimit(CONNECTIONS) }]),
    );
  }

  /** Looks once at what is wished for and begins with what is due. Throws `SearchEngineError`. */
  async look(): Promise<void> {
    if (this.#defect !== null) throw this.#defect.error;
    const wishes = await readWishes(this.#parts.engine);
    this.#patience.keep(new Set(wishes.map(({ nonce }) => nonce)));
    const pointless: string[] = [];
    const groups = new Map<string, WishGroup>();
    for (const wish of wishes) {
      const watched = this.#sources.get(wish.source);
      const { repository } = wish;
      if (watched === undefined) pointless.push(wish.nonce);
      else if (repository === null) watched.requests.add(wish);
      else if (!isWanted(watched.source.config, repository)) pointless.push(wish.nonce);
      else if (this.#patience.isDue(wish.nonce, Date.now())) {
        const key = `${wish.source}/${repository}`;
        const before = groups.get(key)?.wishes ?? [];
        groups.set(key, { ...watched, repository, wishes: [...before, wish] });
      }
    }
    for (const [key, group] of groups) {
      if (this.#running.size >= REPOSITORIES_AT_ONCE) break;
      if (this.#running.has(key)) continue;
      this.#running.set(
        key,
        this.#grant(group).finally(() => this.#running.delete(key)),
      );
    }
    await dropWishes(this.#parts.engine, pointless);
  }

  /** Resolves when nothing is being read any more. */
  async settle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #grant(group: WishGroup): Promise<void> {
    const { log, engine, signal } = this.#parts;
    try {
      const fulfilled = await this.#read(group);
      const left = group.wishes.filter((wish) => !fulfilled.has(wish));
      const given = left.filter(({ nonce }) => !this.#patience.tryAgain(nonce, Date.now()));
      for (const { source, repository, tag, digest } of given) {
        log.warn({ source, repository, tag, digest }, "an event did not come true: left to the next passes");
      }
      await dropWishes(
        engine,
        [...fulfilled, ...given].map(({ nonce }) => nonce),
      );
    } catch (error) {
      if (signal.aborted) return;
      // The engine restarts: look() says so, and the wishes stand there still.
      if (error instanceof SearchEngineError) {
        for (const { nonce } of group.wishes) this.#patience.tryAgain(nonce, Date.now());
      } else this.#defect = { error };
    }
  }

  /** Reads the repository; the wishes that have come true. */
  async #read({ source, memory, turn, repository, wishes }: WishGroup): Promise<ReadonlySet<WishDocument>> {
    const { engine, charts, log, signal } = this.#parts;
    const startedAt = Date.now();
    const tally = new SyncTally(source.config);
    const changes: Promise<void>[] = [];
    memory.wished.add(repository);
    const all = wishes.some(({ tag, digest }) => tag === null && digest === null);
    const tags = new Set(wishes.flatMap(({ tag }) => tag ?? []));
    const digests = new Set(wishes.flatMap(({ tag, digest }) => (tag === null ? (digest ?? []) : [])));
    const state = await syncInTurn(
      memory,
      {
        reader: engine,
        writer: this.#writer,
        charts,
        turn,
        tally,
        retries: memory.retries,
        recheck: all ? { kind: "all" } : { kind: "named", tags, digests },
        signal,
        sent: (change) => {
          change.catch(() => undefined);
          changes.push(change);
        },
      },
      source,
      repository,
    );
    await Promise.all(changes);
    const { read, removed, failed, unreadable } = tally.report();
    log.info(
      {
        source: source.id,
        repository,
        read,
        removed,
        failed,
        unreadable,
        duration_ms: Date.now() - startedAt,
      },
      "repository read for an event",
    );
    return new Set(wishes.filter((wish) => isFulfilled(wish, state)));
  }
}
