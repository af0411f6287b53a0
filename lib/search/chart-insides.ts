import { LRUCache } from "lru-cache";
import type { ChartDocument } from "./document.ts";
import { isOneOf } from "./filter.ts";
import type { SearchReader } from "./search-engine.ts";
import { CHARTS } from "./settings.ts";

const FIELDS = ["id", "aliases", "about", "maintainers", "dependencies", "found", "values", "sections"];

/** What lies inside a chart, as far as a hit may be explained by it. */
export type ChartInside = Pick<
  ChartDocument,
  "id" | "aliases" | "about" | "maintainers" | "dependencies" | "found" | "values" | "sections"
>;

/** A document of an older reader, until it is read again, lacks what came later. */
const UNSAID = {
  ...{ aliases: [], about: [], maintainers: [], dependencies: [] },
  ...{ found: [], values: [], sections: [] },
};

/** Characters that are kept: of some 500 real charts. */
const KEPT_CHARACTERS = 24_000_000;
/** What an entry of a list takes beside its text, in characters. */
const ENTRY = 60;

/** Reads what lies inside of charts. */
export interface ChartInsides {
  /** By document id; charts that are gone by now are missing. Throws `SearchEngineError`. */
  read(
    charts: readonly Pick<ChartDocument, "id" | "fingerprint">[],
  ): Promise<ReadonlyMap<string, ChartInside>>;
}

/**
 * Keeps what was read last: with each letter that is typed nearly the same charts are found again, and to read twenty takes
 * the engine longer than to find them. By fingerprint, so what was read by an older reader is not kept beyond it.
 */
export function createChartInsides(
  reader: Pick<SearchReader, "fetch">,
  keptCharacters = KEPT_CHARACTERS,
): ChartInsides {
  const kept = new LRUCache<string, ChartInside>({ maxSize: keptCharacters, sizeCalculation: weightOf });
  return {
    async read(charts) {
      const insides = new Map<string, ChartInside>();
      const missing = new Map<string, string>();
      for (const { id, fingerprint } of charts) {
        const inside = kept.get(keyOf(id, fingerprint));
        if (inside === undefined) missing.set(id, fingerprint);
        else insides.set(id, inside);
      }
      if (missing.size === 0) return insides;
      for await (const document of reader.fetch(CHARTS, {
        filter: isOneOf("id", missing.keys()),
        fields: FIELDS,
      })) {
        const inside = { ...UNSAID, ...(document as ChartInside) };
        insides.set(inside.id, inside);
        const fingerprint = missing.get(inside.id);
        if (fingerprint !== undefined) kept.set(keyOf(inside.id, fingerprint), inside);
      }
      return insides;
    },
  };
}

/** Copies of equal releases have one fingerprint, and their repositories two names. */
function keyOf(id: string, fingerprint: string): string {
  return `${id} ${fingerprint}`;
}

function weightOf(inside: ChartInside): number {
  const { aliases, about, maintainers, dependencies, found, values, sections } = inside;
  let characters = ENTRY;
  const count = (...texts: readonly (string | null)[]) => {
    characters += texts.reduce((sum, text) => sum + (text?.length ?? 0), ENTRY);
  };
  for (const text of [...aliases, ...about, ...maintainers, ...dependencies]) count(text);
  for (const { word, path } of found) count(word, path);
  for (const { key, text } of values) count(key, text);
  for (const { heading, text } of sections) count(heading, text);
  return characters;
}
