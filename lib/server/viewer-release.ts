import "server-only";
import type { ChartRelease, ReleaseSummary } from "../catalog/catalog.ts";
import type { ChartAddress } from "../catalog/chart-path.ts";
import { viewerCatalog } from "./viewer-catalog.ts";

/** A release among the versions of its chart. */
export interface ViewerRelease {
  readonly release: ChartRelease;
  /** Newest first. */
  readonly versions: readonly ReleaseSummary[];
}

/** What an address names; null: no such thing, or not the viewer's to see. Throws `CatalogError`. */
export async function viewerRelease({ id, version }: ChartAddress): Promise<ViewerRelease | null> {
  const { catalog, scope } = await viewerCatalog();
  const [release, versions] = await Promise.all([
    catalog.release(id, version, scope),
    catalog.versions(id, scope),
  ]);
  return release === null || versions === null ? null : { release, versions };
}
