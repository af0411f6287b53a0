import type { OtherTags } from "../catalog/catalog.ts";
import type { ChartId } from "../catalog/chart-path.ts";
import { chartDocumentId, type ReleaseDocument } from "./document.ts";
import { allOf, equals } from "./filter.ts";
import type { SearchReader } from "./search-engine.ts";
import { RELEASES } from "./settings.ts";

/** Attack: a repository of a hundred thousand signatures and one chart. */
const MAX_OTHER_TAGS = 1_000;
const FIELDS = ["tag", "digest"] as const;

/** Tags beside a chart's that hold none, by name. Throws `SearchEngineError`. */
export async function readOtherTags(reader: SearchReader, id: ChartId): Promise<OtherTags> {
  const filter = allOf([equals("chart", chartDocumentId(id.source, id.repository)), equals("kind", "other")]);
  const tags: OtherTags["tags"][number][] = [];
  let complete = true;
  for await (const document of reader.fetch(RELEASES, { filter, fields: FIELDS })) {
    if (tags.length === MAX_OTHER_TAGS) {
      complete = false;
      break;
    }
    const { tag, digest } = document as Pick<ReleaseDocument, (typeof FIELDS)[number]>;
    tags.push({ tag, digest });
  }
  return { tags: tags.sort((a, b) => (a.tag < b.tag ? -1 : 1)), complete };
}
