import {
  type EnqueuedTaskPromise,
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
/** A read that takes longer is given up: nobody waits for it any more. ms. */
const READ_TIMEOUT = 10_000;
/** No request takes longer, large writes included; an engine that hangs is one that does not answer. ms. */
const REQUEST_TIMEOUT = 60_000;
/** Asking for a task's state; short, since a freshly pushed chart waits for it. ms. */
const TASK_POLL = 40;

/** The one place that talks to Meilisearch. `key` is a key with rights on all indexes. */
export function createMeilisearchEngine(options: { url: string; key: string | null }): SearchEngine {
  const client = new Meilisearch({
    host: options.url,
    ...(options.key === null ? {} : { apiKey: options.key }),
    timeout: REQUEST_TIMEOUT,
    requestInit: {
      // Next.js caches fetches of its own accord; answers of a search engine are never to be cached there.
      cache: "no-store",
      // A compressed answer leaves Meilisearch in pieces, of which the last waits 40 ms for the first to be acknowledged.
      headers: { "accept-encoding": "identity" },
    },
  });

  return {
    async search(queries) {
      const answer = await attempt("search", () =>
        client.multiSearch({ queries: queries.map(toMultiSearchQuery) }, { signal: readSignal() }),
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
      await attempt("health", () => client.health());
    },

    async put(index, documents: readonly EngineDocument[]) {
      if (documents.length === 0) return;
      await finished(`write to ${index}`, () => client.index(index).addDocuments([...documents]));
    },

    async remove(index, ids) {
      if (ids.length === 0) return;
      await finished(`delete from ${index}`, () => client.index(index).deleteDocuments([...ids]));
    },

    async removeMatching(index, filter) {
      await finished(`delete from ${index}`, () => client.index(index).deleteDocuments({ filter }));
    },

    async enqueue(index, documents) {
      if (documents.length === 0) return;
      await attempt(`write to ${index}`, async () => client.index(index).addDocuments([...documents]));
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
      if (!(await this.exists(uid))) {
        await finished(`create ${uid}`, () => client.createIndex(uid, { primaryKey: "id" }));
      }
      await finished(`set up ${uid}`, () => client.index(uid).updateSettings(settings as Settings));
    },

    async swap(pairs) {
      const swaps = pairs.map(([one, other]) => ({
        indexes: [one, other] as [string, string],
        rename: false,
      }));
      await finished("swap indexes", () => client.swapIndexes(swaps));
    },

    async drop(index) {
      if (await this.exists(index)) await finished(`drop ${index}`, () => client.deleteIndex(index));
    },
  };
}

function readSignal(): AbortSignal {
  return AbortSignal.timeout(READ_TIMEOUT);
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

/** Waits until a change is searchable; `waitTask` resolves for failed tasks too, so the status is looked at. */
async function finished(what: string, enqueue: () => EnqueuedTaskPromise): Promise<void> {
  const task = await attempt(what, () => enqueue().waitTask({ timeout: 0, interval: TASK_POLL }));
  if (task.status === "succeeded") return;
  const code = task.error?.code ?? task.status;
  throw new SearchEngineError(
    `The search engine could not ${what}: ${task.error?.message ?? task.status}`,
    true,
    code,
  );
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
