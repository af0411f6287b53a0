import type { RepositoryName } from "../oci/reference.ts";
import { TextSet } from "../support/text-set.ts";
import { RepositoryTurns } from "./repository-turns.ts";
import { RetryDelays } from "./retry-delays.ts";

/** What the indexer remembers of one source from pass to pass, and shares between a pass and the wishes beside it. */
export interface SourceMemory {
  readonly turns: RepositoryTurns;
  readonly retries: RetryDelays;
  /** Repositories that were read on a wish since the pass began: its listing may be older than they are. */
  readonly wished: Set<RepositoryName>;
  /** Repositories whose tags could not be listed in the last whole pass: the turn of their tags may have gone by. */
  missed: TextSet;
  /** Start of the last pass that had a whole listing, ms since 1970. */
  recheckedAt: number | null;
}

/** An empty memory; `intervalMs` is the pause between two passes. */
export function createSourceMemory(intervalMs: number): SourceMemory {
  return {
    turns: new RepositoryTurns(),
    retries: new RetryDelays(intervalMs),
    wished: new Set(),
    missed: new TextSet(),
    recheckedAt: null,
  };
}
