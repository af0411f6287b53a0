import "server-only";
import type { AccessScope } from "../access/scope.ts";
import type { Catalog } from "../catalog/catalog.ts";

/** The catalog and what the viewer of this request may see of it. */
export interface ViewerCatalog {
  readonly catalog: Catalog;
  readonly scope: AccessScope;
}

/** The one door pages and routes go through. Throws `CatalogError` when the process is not configured. */
export async function viewerCatalog(): Promise<ViewerCatalog> {
  throw new Error("being built");
}
