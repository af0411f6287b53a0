import type { ReleaseDocument } from "../search/document.ts";
import { allOf, equals } from "../search/filter.ts";
import type { SearchReader, SearchWriter } from "../search/search-engine.ts";
import { CHARTS, RELEASES } from "../search/settings.ts";
import type { Source } from "../source/source.ts";

/** Removes everything of sources that are not configured any more; returns their names. */
export async function removeUnknownSources(
  engine: SearchReader & SearchWriter,
  known: readonly Source[],
): Promise<readonly string[]> {
  const removed = new Set<string>();
  const filter = allOf(known.map(({ id }) => `NOT ${equals("source", id)}`));
  for (const index of [CHARTS, RELEASES]) {
    const found = new Set<string>();
    for await (const document of engine.fetch(index, { filter, fields: ["source"] })) {
      found.add((document as Pick<ReleaseDocument, "source">).source);
    }
    for (const source of found) {
      removed.add(source);
      await engine.removeMatching(index, equals("source", source));
    }
  }
  return [...removed];
}
