import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import { type ChartFacts, readChartFacts } from "../../chart/chart-facts.ts";
import { createArchiveMemory } from "./archive-memory.ts";

/** What pages show of a release's facts; README and values they have from elsewhere. */
export type ReleaseFacts = Omit<ChartFacts, "sections" | "valueKeys">;

/** Images, kinds and entries of annotations of many usual charts. */
const MAX_CACHED = 50_000;

const remember = createArchiveMemory<ReleaseFacts>(MAX_CACHED, weightOf);

/** What the archive of a release tells of it; null if it is not at hand. */
export function releaseFacts(release: ChartRelease): ReleaseFacts | null {
  const { content } = release;
  if (content.kind !== "available") return null;
  return remember(release, () => {
    const { sections: _sections, valueKeys: _valueKeys, ...facts } = readChartFacts(content.content);
    return facts;
  });
}

function weightOf({ images, crds, kinds, hub }: ReleaseFacts): number {
  const said = hub.changes.length + hub.crdsExamples.length + hub.images.length + hub.screenshots.length;
  return images.length + crds.length + kinds.length + said;
}
