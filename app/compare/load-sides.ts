import { cache } from "react";
import { CatalogError } from "#lib/catalog/catalog.ts";
import { type ChartAddress, parseChartAddress } from "#lib/catalog/chart-path.ts";
import { type ViewerRelease, viewerRelease } from "#lib/server/viewer-release.ts";

/** One side of a comparison, as far as it could be found. */
export type Side =
  | { readonly kind: "unnamed"; readonly text: "" }
  /** No such thing, or not the viewer's to see. */
  | { readonly kind: "missing"; readonly text: string }
  /** The search engine did not answer. */
  | { readonly kind: "unknown"; readonly text: string }
  | FoundSide;

/** A side that is there. */
export interface FoundSide extends ViewerRelease {
  readonly kind: "found";
  /** As somebody wrote it; a version of null is the latest. */
  readonly address: ChartAddress;
  readonly text: string;
}

/** Both sides of a comparison. */
export interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** Finds what two addresses name. Page and metadata ask for the same. */
export async function loadSides(view: { readonly from: string; readonly to: string }): Promise<Sides> {
  const [from, to] = await Promise.all([loadSide(view.from), loadSide(view.to)]);
  return { from, to };
}

const loadSide = cache(async (text: string): Promise<Side> => {
  try {
    return await findSide(text);
  } catch (error) {
    if (error instanceof CatalogError) return { kind: "unknown", text };
    throw error;
  }
});

async function findSide(text: string): Promise<Side> {
  if (text === "") return { kind: "unnamed", text };
  const address = parseChartAddress(text.split("/"));
  if (address === null) return { kind: "missing", text };
  const found = await viewerRelease(address);
  return found === null ? { kind: "missing", text } : { kind: "found", address, text, ...found };
}
