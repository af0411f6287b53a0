import { setTimeout as pause } from "node:timers/promises";
import {
  type EnqueuedTask,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  type MultiSearchQuery,
  type Settings,
} from "meilisearch";
import type {
  EngineAnswer,
  EngineDocument,
  EngineQuery,
  FetchOptions,
  IndexDefinition,
  SearchEngine,
} from "./search-engine.ts";
import { SearchEngineError } from "./search-engine.ts";

/** Documents a page when many are fetched. */
const FETCH_PAGE = 1000;
/** When a request is given up; an engine that hangs is one that does not answer. ms. */
interface EngineTimeouts {
  /** What a visitor waits for, or who tells of a push. */
  readonly promptMs: number;
  /** All others, large writes included. */
  readonly patientMs: number;
}

const TIMEOUTS: EngineTimeouts = { promptMs: 10_000, patientMs: 60_000 };
/** Pause before a task's state is asked for, ms: short, for a freshly pushed chart waits for it; doubles up to the second. */
const TASK_PAUSE = [10, 80] as const;

/** The one place that talks to Meilisearch. `key` is a key with rights on all indexes. */
export function createMeilisearchEngine(options: {
  url: string;
  key: string | null;
  timeouts?: EngineTimeouts;
}): SearchEngine {
  const { promptMs, patientMs } = options.timeouts ?? TIMEOUTS;
  const connect = (timeout: number) =>
    new Meilisearch({
      host: options.url,
      ...(options.key === null ? {} : { apiKey: options.key }),
      timeout,
      requestInit: {
        // Next.js caches fetches of its own accord; answers of a search engine are never to be cached there.
        cache: "no-store",
        // A compressed answer leaves Meilisearch in pieces, of which the last waits 40 ms for the first to be acknowledged.
        headers: { "accept-encoding": "identity" },
      },
    });
  const prompt = connect(promptMs);
  const client = connect(patientMs);

  return {
    async search(queries, signal) {
      const answer = await attempt("search", () =>
        prompt.multiSearch(
          { queries: queries.map(toMultiSearchQuery) },
          signal === undefined ? {} : { signal },
        ),
      );
      return answer.results.map(toAnswer);
    },

    async *fetch(index, { filter, fields, pageSize = FETCH_PAGE }: FetchOptions) {
      for (let offset = 0; ; offset += pageSize) {
        const page = await attempt(`read documents of ${index}`, () =>
          client.index(index).getDocuments({
            filter,
            offset,
            limit: pageSize,
            ...(fields === undefined ? {} : { fields: [...fields] }),
          }),
        );
        yield* page.results;
        if (offset + page.results.length >= page.total || page.results.length === 0) return;
      }
    },

    async get(index, id, fields) {
      try {
        return await attempt(`read a document of ${index}`, () =>
          client.index(index).getDocument(id, fields === undefined ? {} : { fields: [...fields] }),
        );
      } catch (error) {
        if (error instanceof SearchEngineError && error.code === "document_not_found") return null;
        throw error;
      }
    },

    async health() {
      await attempt("health", () => prompt.health());
    },

    async put(index, documents: readonly EngineDocument[]) {
      if (documents.length === 0) return;
      await finished(client, `write to ${index}`, () => client.index(index).addDocuments([...documents]));
    },

    async remove(index, ids) {
      if (ids.length === 0) return;
      await finished(client, `delete from ${index}`, () => client.index(index).deleteDocuments([...ids]));
    },

    async removeMatching(index, filter) {
      await finished(client, `delete from ${index}`, () => client.index(index).deleteDocuments({ filter }));
    },

    async enqueue(index, documents) {
      if (documents.length === 0) return;
      await attempt(`write to ${index}`, async () => prompt.index(index).addDocuments([...documents]));
    },

    async exists(index) {
      try {
        await attempt(`look for ${index}`, () => client.getRawIndex(index));
        return true;
      } catch (error) {
        if (error instanceof SearchEngineError && error.code === "index_not_found") return false;
        throw error;
      }
    },

    async define({ uid, settings }: IndexDefinition) {
      // The engine takes one after the other, so both may wait there.
      const creation = (await this.exists(uid))
        ? null
        : await attempt(`create ${uid}`, () => client.createIndex(uid, { primaryKey: "id" }));
      await finished(client, `set up ${uid}`, () => client.index(uid).updateSettings(settings as Settings));
      if (creation !== null) await completed(client, `create ${uid}`, creation);
    },

    async swap(pairs) {
      const swaps = pairs.map(([one, other]) => ({
        indexes: [one, other] as [string, string],
        rename: false,
      }));
      await finished(client, "swap indexes", () => client.swapIndexes(swaps));
    },

    async drop(index) {
      if (await this.exists(index)) await finished(client, `drop ${index}`, () => client.deleteIndex(index));
    },
  };
}

function toMultiSearchQuery(query: EngineQuery): MultiSearchQuery {
  return {
    indexUid: query.index,
    q: query.text,
    ...(query.filter === "" ? {} : { filter: query.filter }),
    sort: [...(query.sort ?? [])],
    facets: [...(query.facets ?? [])],
    ...pageOf(query),
    attributesToRetrieve: [...query.retrieve],
    matchingStrategy: MATCHING[query.leaveOut ?? "last"],
    showRankingScore: query.score === true,
    ...(query.distinct === undefined ? {} : { distinct: query.distinct }),
  };
}

const MATCHING = { last: "last", frequent: "frequency", none: "all" } as const;

/** Only by pages does the engine count hits and facets exactly. */
function pageOf({ offset = 0, limit }: EngineQuery): Partial<MultiSearchQuery> {
  if (limit === 0) return { page: 1, hitsPerPage: 0 };
  return offset % limit === 0 ? { page: offset / limit + 1, hitsPerPage: limit } : { offset, limit };
}

interface MultiSearchResult {
  readonly hits: readonly Record<string, unknown>[];
  readonly totalHits?: number;
  readonly estimatedTotalHits?: number;
  readonly facetDistribution?: Record<string, Record<string, number>>;
  readonly processingTimeMs: number;
}

function toAnswer(result: MultiSearchResult): EngineAnswer {
  return {
    hits: result.hits,
    total: result.totalHits ?? result.estimatedTotalHits ?? 0,
    facets: result.facetDistribution ?? {},
    tookMs: result.processingTimeMs,
  };
}

/** Asks for a change and waits until it is searchable. */
async function finished(
  client: Meilisearch,
  what: string,
  enqueue: () => Promise<EnqueuedTask>,
): Promise<void> {
  await completed(client, what, await attempt(what, enqueue));
}

/** Waits for the end of a task; failed ones end too, so the status is looked at. */
async function completed(client: Meilisearch, what: string, { taskUid }: EnqueuedTask): Promise<void> {
  const [shortest, longest] = TASK_PAUSE;
  for (let wait: number = shortest; ; wait = Math.min(2 * wait, longest)) {
    await pause(wait);
    const { status, error } = await attempt(what, () => client.tasks.getTask(taskUid));
    if (status === "succeeded") return;
    if (status === "enqueued" || status === "processing") continue;
    const message = `The search engine could not ${what}: ${error?.message ?? status}`;
    throw new SearchEngineError(message, true, error?.code ?? status);
  }
}

async function attempt<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof MeilisearchApiError) {
      const code = error.cause?.code ?? `http-${error.response.status}`;
      throw new SearchEngineError(`The search engine refused to ${what}: ${error.message}`, true, code, {
        cause: error,
      });
    }
    const reason =
      error instanceof MeilisearchError || error instanceof Error ? error.message : String(error);
    throw new SearchEngineError(
      `The search engine does not answer (${what}): ${reason}`,
      false,
      "unreachable",
      {
        cause: error,
      },
    );
  }
}
