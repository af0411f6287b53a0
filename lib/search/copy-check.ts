import { LRUCache } from "lru-cache";
import type { AccessScope } from "../access/scope.ts";
import { isOneOf } from "./filter.ts";
import type { EngineAnswer, EngineQuery, SearchReader } from "./search-engine.ts";
import { CHARTS } from "./settings.ts";

/** How long an answer is believed, ms. */
const BELIEVED_MS = 10_000;
/** How old one may be that is told while it is asked for again, ms. */
const OLDEST_MS = 60_000;
const MAX_SCOPES = 100;

/** Whether anything lies in several places of a scope: where nothing does, a search need not look for it. */
export interface CopyCheck {
  /** As it was within the last minute. Throws `SearchEngineError`. */
  holdsCopies(scope: AccessScope): Promise<boolean>;
  /** Two of the same were seen. */
  sawCopies(scope: AccessScope): void;
}

interface Known {
  readonly answer: Promise<boolean>;
  readonly at: number;
}

/** A check that asks the engine again, behind an answer that has grown old; `now` in ms. */
export function createCopyCheck(
  reader: Pick<SearchReader, "search">,
  now: () => number = Date.now,
): CopyCheck {
  const known = new LRUCache<string, Known>({ max: MAX_SCOPES });

  function ask(key: string, scope: AccessScope, before: Promise<boolean> | null): Promise<boolean> {
    const asked = countCopies(reader, scope);
    known.set(key, { answer: before ?? asked, at: now() });
    asked.then(
      (copies) => known.set(key, { answer: Promise.resolve(copies), at: now() }),
      () => before ?? known.delete(key),
    );
    return before ?? asked;
  }

  return {
    holdsCopies(scope) {
      const key = keyOf(scope);
      const last = known.get(key);
      const age = last === undefined ? OLDEST_MS : now() - last.at;
      if (last !== undefined && age < BELIEVED_MS) return last.answer;
      return ask(key, scope, last !== undefined && age < OLDEST_MS ? last.answer : null);
    },
    sawCopies(scope) {
      known.set(keyOf(scope), { answer: Promise.resolve(true), at: now() });
    },
  };
}

/** By their facets: hits are counted up to a ceiling only. */
async function countCopies(reader: Pick<SearchReader, "search">, scope: AccessScope): Promise<boolean> {
  const places: EngineQuery = {
    ...{ index: CHARTS, text: "", filter: isOneOf("source", scope.sources) },
    ...{ facets: ["source"], limit: 0, retrieve: [] },
  };
  const [all, different] = await reader.search([places, { ...places, distinct: "layer" }]);
  return sumOf(all) !== sumOf(different);
}

function sumOf(answer: EngineAnswer | undefined): number {
  return Object.values(answer?.facets.source ?? {}).reduce((sum, count) => sum + count, 0);
}

function keyOf(scope: AccessScope): string {
  return JSON.stringify([...scope.sources].sort());
}
