/** A document as the engine keeps it; every one has an `id` of [A-Za-z0-9_-]. */
export interface EngineDocument {
  readonly id: string;
}

/** One question to one index; see `search` of the Meilisearch API for the meaning of each field. */
export interface EngineQuery {
  readonly index: string;
  readonly text: string;
  /** Made by filter.ts alone, so that nothing typed reaches the engine unescaped. */
  readonly filter: string;
  readonly limit: number;
  readonly retrieve: readonly string[];
  readonly sort?: readonly string[];
  readonly facets?: readonly string[];
  /** Hits before the first that is wanted. */
  readonly offset?: number;
  /** Which words may be missing when there are too few hits: the last ones (said or not), the most frequent, or none. */
  readonly leaveOut?: "last" | "frequent" | "none";
  /** Of documents that are equal in this attribute only the best is a hit. */
  readonly distinct?: string;
  /** Whether each hit carries `_rankingScore`, the engine's opinion of it from 0 to 1. */
  readonly score?: boolean;
}

/** The answer to one question. */
export interface EngineAnswer {
  /** Documents, with the fields that were asked for. */
  readonly hits: readonly unknown[];
  readonly total: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Time in the engine, ms. */
  readonly tookMs: number;
}

/** Which documents are fetched, and which of their fields; all by default. */
export interface FetchOptions {
  readonly filter: string;
  readonly fields?: readonly string[];
  /** Documents in memory at a time. */
  readonly pageSize?: number;
}

/** What a search index is made of; equal fingerprints, equal behaviour. */
export interface IndexDefinition {
  readonly uid: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Reading. Throws `SearchEngineError` and nothing else. */
export interface SearchReader {
  /** `signal`: who asked has gone; the question is given up. */
  search(queries: readonly EngineQuery[], signal?: AbortSignal): Promise<readonly EngineAnswer[]>;
  /** All documents that fulfil the filter, page by page. */
  fetch(index: string, options: FetchOptions): AsyncIterable<unknown>;
  /** One document, or null. */
  get(index: string, id: string, fields?: readonly string[]): Promise<unknown>;
  /** Resolves if the engine is healthy. */
  health(): Promise<void>;
}

/** Writing. Every method resolves once the change is searchable, and throws `SearchEngineError` if it was refused. */
export interface SearchWriter {
  put(index: string, documents: readonly EngineDocument[]): Promise<void>;
  remove(index: string, ids: readonly string[]): Promise<void>;
  /** Removes what fulfils the filter at the moment the engine comes to it. */
  removeMatching(index: string, filter: string): Promise<void>;
}

/** Handing over documents without waiting: resolves when the engine has accepted them, and not yet made them findable. */
export interface SearchMailbox {
  enqueue(index: string, documents: readonly EngineDocument[]): Promise<void>;
}

/** Making and replacing whole indexes. */
export interface IndexAdministration {
  exists(index: string): Promise<boolean>;
  /** Creates the index, or changes its settings. */
  define(definition: IndexDefinition): Promise<void>;
  /** Exchanges the documents and settings of each pair in one step. */
  swap(pairs: readonly (readonly [string, string])[]): Promise<void>;
  drop(index: string): Promise<void>;
}

/** A search engine, whole. */
export interface SearchEngine extends SearchReader, SearchWriter, SearchMailbox, IndexAdministration {}

/** The engine could not be reached (`reachable: false`) or refused (`code` is its own word for why). */
export class SearchEngineError extends Error {
  override readonly name = "SearchEngineError";
  readonly reachable: boolean;
  readonly code: string;

  constructor(message: string, reachable: boolean, code: string, options?: ErrorOptions) {
    super(message, options);
    this.reachable = reachable;
    this.code = code;
  }
}
