import { LRUCache } from "lru-cache";
import type { Digest } from "../oci/reference.ts";
import type { ChartDocument } from "./document.ts";
import { isOneOf } from "./filter.ts";
import type { SearchReader } from "./search-engine.ts";
import { CHARTS } from "./settings.ts";

const FIELDS = [
  ...["id", "aliases", "about", "maintainers", "dependencies", "images", "crds", "kinds", "found"],
  ...["values", "sections"],
];

/** What lies inside a chart, as far as a hit may be explained by it. */
export type ChartInside = Pick<
  ChartDocument,
  | ("id" | "aliases" | "about" | "maintainers" | "dependencies" | "images" | "crds" | "kinds" | "found")
  | ("values" | "sections")
>;

/** Characters that are kept, about 100 bytes of memory for 45 of them. */
const KEPT_CHARACTERS = 24_000_000;
/** What an entry of a list takes beside its text, in characters. */
const ENTRY = 60;

/** Reads what lies inside of charts. */
export interface ChartInsides {
  /** By document id; charts that are gone by now are missing. Throws `SearchEngineError`. */
  read(charts: readonly Pick<ChartDocument, "id" | "layer">[]): Promise<ReadonlyMap<string, ChartInside>>;
}

/**
 * Keeps what was read last: with each letter that is typed nearly the same charts are found again, and to read twenty takes
 * the engine longer than to find them. By digest of the archive, so nothing in it grows old.
 */
export function createChartInsides(
  reader: Pick<SearchReader, "fetch">,
  keptCharacters = KEPT_CHARACTERS,
): ChartInsides {
  const kept = new LRUCache<Digest, ChartInside>({ maxSize: keptCharacters, sizeCalculation: weightOf });
  return {
    async read(charts) {
      const insides = new Map<string, ChartInside>();
      const missing = new Map<string, Digest>();
      for (const { id, layer } of charts) {
        const inside = kept.get(layer);
        if (inside === undefined) missing.set(id, layer);
        else insides.set(id, inside);
      }
      if (missing.size === 0) return insides;
      for await (const document of reader.fetch(CHARTS, {
        filter: isOneOf("id", missing.keys()),
        fields: FIELDS,
      })) {
        const inside = document as ChartInside;
        insides.set(inside.id, inside);
        const layer = missing.get(inside.id);
        if (layer !== undefined) kept.set(layer, inside);
      }
      return insides;
    },
  };
}

function weightOf({ maintainers, dependencies, images, crds, kinds, found, values, sections }: ChartInside) {
  let characters = ENTRY * 10;
  for (const text of [...maintainers, ...dependencies, ...images, ...crds, ...kinds])
    characters += text.length + ENTRY;
  for (const { word, path } of found) characters += word.length + (path?.length ?? 0) + ENTRY;
  for (const { key, text } of values) characters += key.length + text.length + ENTRY;
  for (const { heading, text } of sections) characters += heading.length + text.length + ENTRY;
  return characters;
}
