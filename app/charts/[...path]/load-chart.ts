import { cache } from "react";
import { type ChartAddress, parseChartAddress } from "#lib/catalog/chart-path.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import { type ViewerRelease, viewerRelease } from "#lib/server/viewer-release.ts";

/** What a chart's page is made of. */
interface Chart extends ViewerRelease {
  /** The version as the address names it; null for "the latest". */
  readonly address: string | null;
}

/** The chart of an address whose version is not there; null where the viewer may see no version of it either. */
export async function chartWithoutVersion(segments: readonly string[]): Promise<ChartAddress | null> {
  const address = parseChartAddress(segments.map(decodeSegment));
  if (address === null || address.version === null) return null;
  const { catalog, scope } = await viewerCatalog();
  const latest = await catalog.release(address.id, null, scope);
  return latest === null ? null : address;
}

/** Null: no such thing, or not the viewer's to see. */
export async function loadChart(segments: readonly string[]): Promise<Chart | null> {
  return load(segments.join("/"));
}

/** Page and metadata ask for the same; by text, because the framework hands each its own array. */
const load = cache(async (path: string): Promise<Chart | null> => {
  const address = parseChartAddress(path.split("/").map(decodeSegment));
  if (address === null) return null;
  const found = await viewerRelease(address);
  return found === null ? null : { ...found, address: address.version };
});

/** Next gives pages the segments as they stand in the address. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
