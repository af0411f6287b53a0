import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import type { ChartContent } from "../../chart/chart-content.ts";
import { type PlacedText, readChartTexts } from "../../chart/templates/chart-texts.ts";
import { commentedNames, KeyLookup } from "../../chart/templates/key-lookup.ts";
import { indexTemplates, type TemplateIndex } from "../../chart/templates/template-index.ts";
import { findUnknownKeys, type UnknownKey } from "../../chart/templates/unknown-keys.ts";
import { createArchiveMemory } from "./archive-memory.ts";
import { releaseValues } from "./release-values.ts";

/** What a release's templates use, define and include, and what is known of the values they use. */
export interface ReleaseTemplates {
  /** Every text that was read of the archive, in path order. */
  readonly texts: readonly PlacedText[];
  readonly index: TemplateIndex;
  readonly lookup: KeyLookup;
  /** Used, but not in values.yaml. */
  readonly unknown: readonly UnknownKey[];
}

type Kept = Omit<ReleaseTemplates, "texts">;

/** References that are kept: of a few large charts, or of a hundred usual ones; some 20 MB. */
const MAX_CACHED = 100_000;

const remember = createArchiveMemory<Kept>(MAX_CACHED, ({ index, lookup }) => index.size + lookup.size);

/** Texts are those of the content, which is kept elsewhere; what is told of them is kept here. */
export function releaseTemplates(release: ChartRelease, content: ChartContent): ReleaseTemplates {
  return { texts: readChartTexts(content), ...remember(release, () => readIndex(release, content)) };
}

function readIndex(release: ChartRelease, content: ChartContent): Kept {
  const values = releaseValues(release);
  const index = indexTemplates(content);
  const keys = values?.keys ?? [];
  const lookup = new KeyLookup(
    keys,
    (values?.problems.length ?? 0) === 0,
    commentedNames(content.values?.text ?? ""),
  );
  return { index, lookup, unknown: findUnknownKeys(index, lookup) };
}
