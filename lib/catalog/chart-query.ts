/** The facets one can filter by, in the order they are shown. Values of one facet are alternatives; facets combine. */
export const FACETS = ["source", "namespace", "type", "is", "keyword", "license", "maintainer"] as const;
export type FacetName = (typeof FACETS)[number];

/** The orders hits can be shown in; the first is the default. */
export const SORTS = ["relevance", "name", "updated"] as const;
export type SortName = (typeof SORTS)[number];

/** Hits on one page. */
export const PAGE_SIZE = 20;
const MAX_QUERY_LENGTH = 300;
const MAX_PAGE = 1000;
/** As many hits as can be paged through; the search engine counts no further either. */
export const MAX_HITS = PAGE_SIZE * MAX_PAGE;
const MAX_FACET_VALUES = 50;
const MAX_FACET_VALUE_LENGTH = 255;

/** What a person asks of the search page; the address holds exactly this. */
export interface ChartQuery {
  readonly text: string;
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
  readonly sort: SortName;
  /** From 1. */
  readonly page: number;
}

/** Total: a parameter that cannot be read is its default, so no address is an error page. */
export function parseChartQuery(params: URLSearchParams): ChartQuery {
  const sort = params.get("sort");
  const page = Number(params.get("page"));
  return {
    // Cut within a character: the search engine refuses half of one.
    text: (params.get("q") ?? "")
      .trim()
      .replace(/\s+/g, " ")
      .slice(0, MAX_QUERY_LENGTH)
      .toWellFormed()
      .trim(),
    facets: everyFacet((facet) => facetValues(params, facet)),
    sort: SORTS.find((known) => known === sort) ?? "relevance",
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, MAX_PAGE) : 1,
  };
}

/** Canonical: equal queries have one address. Defaults are left out, facet values are sorted. */
export function formatChartQuery(query: ChartQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.text !== "") params.set("q", query.text);
  for (const facet of FACETS) for (const value of query.facets[facet]) params.append(facet, value);
  if (query.sort !== "relevance") params.set("sort", query.sort);
  if (query.page !== 1) params.set("page", String(query.page));
  return params;
}

/** The address of the search page for a query. */
export function searchPath(query: ChartQuery): string {
  const params = formatChartQuery(query).toString();
  return params === "" ? "/" : `/?${params}`;
}

/** The query with one facet value switched on or off, from its first page. */
export function toggleFacet(query: ChartQuery, facet: FacetName, value: string): ChartQuery {
  const values = query.facets[facet];
  const toggled = values.includes(value) ? values.filter((one) => one !== value) : [...values, value].sort();
  return { ...query, facets: { ...query.facets, [facet]: toggled }, page: 1 };
}

/** Something for each facet. */
export function everyFacet<T>(make: (facet: FacetName) => T): Readonly<Record<FacetName, T>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, make(facet)])) as Record<FacetName, T>;
}

function facetValues(params: URLSearchParams, facet: FacetName): readonly string[] {
  const values = params
    .getAll(facet)
    .filter((value) => value !== "" && value.length <= MAX_FACET_VALUE_LENGTH);
  return [...new Set(values)].sort().slice(0, MAX_FACET_VALUES);
}
