import type { FacetName } from "#lib/catalog/chart-query.ts";

/** Facets in words. */
export const FACET_LABELS: Readonly<Record<FacetName, string>> = {
  source: "Source",
  namespace: "Namespace",
  type: "Type",
  is: "Is",
  keyword: "Keyword",
  license: "Licence",
  maintainer: "Maintainer",
};
