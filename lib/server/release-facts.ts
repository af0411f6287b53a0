import "server-only";
import { LRUCache } from "lru-cache";
import type { ChartRelease } from "../catalog/catalog.ts";
import { type ChartFacts, readChartFacts } from "../chart/chart-facts.ts";

/** What pages show of a release's facts; README and values they have from elsewhere. */
export type ReleaseFacts = Omit<ChartFacts, "sections" | "valueKeys">;

/** Images, kinds and entries of annotations of many usual charts. */
const MAX_CACHED = 50_000;

/** By the archive's digest, which pins every byte of it. */
const known = new LRUCache<string, ReleaseFacts>({ maxSize: MAX_CACHED, sizeCalculation: weightOf });

/** What the archive of a release tells of it; null if it is not at hand. */
export function releaseFacts({ content, digests }: ChartRelease): ReleaseFacts | null {
  if (content.kind !== "available") return null;
  const digest = digests.layer?.digest ?? digests.manifest;
  const read = known.get(digest);
  if (read !== undefined) return read;
  const { sections: _sections, valueKeys: _valueKeys, ...facts } = readChartFacts(content.content);
  known.set(digest, facts);
  return facts;
}

function weightOf({ images, crds, kinds, hub }: ReleaseFacts): number {
  const said = hub.changes.length + hub.crdsExamples.length + hub.images.length + hub.screenshots.length;
  return 1 + images.length + crds.length + kinds.length + said;
}
