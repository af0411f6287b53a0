import { type ChartQuery, everyFacet, FACETS, type FacetName, toggleFacet } from "./chart-query.ts";
import type { QualifierName } from "./qualifiers.ts";
import { formatSearchText, parseSearchText, type SearchTerm } from "./search-text.ts";

/** One thing that restricts a query beside its words: a facet value of the address, a qualifier of the text, or both. */
export interface ActiveFilter {
  readonly name: QualifierName;
  readonly value: string;
  readonly negated: boolean;
}

/** All of them, those of the address first; what both say is there once, and what cannot be read restricts nothing. */
export function activeFilters(query: ChartQuery): readonly ActiveFilter[] {
  const chosen = FACETS.flatMap((name): ActiveFilter[] =>
    query.facets[name].map((value) => ({ name, value, negated: false })),
  );
  const { terms, mistakes } = parseSearchText(query.text);
  const typed = terms.flatMap((term): ActiveFilter[] =>
    term.kind === "qualifier" && !mistakes.some(({ start }) => start === term.start) ? [term] : [],
  );
  return [...chosen, ...typed].filter(
    (filter, index, all) => all.findIndex((other) => isSame(filter, other)) === index,
  );
}

/** The values of one facet that are asked for, wherever they stand. */
export function selectedValues(query: ChartQuery, facet: FacetName): readonly string[] {
  return activeFilters(query)
    .filter(({ name, negated }) => name === facet && !negated)
    .map(({ value }) => value);
}

/** Whether one of the values is this one; letter case is no difference. */
export function isSelected(selected: readonly string[], value: string): boolean {
  return selected.some((one) => one.toLowerCase() === value.toLowerCase());
}

/** The query without one filter, wherever it stands, from its first page; a text that does not hold it stays as it was typed. */
export function withoutFilter(query: ChartQuery, filter: ActiveFilter): ChartQuery {
  const isIt = (term: SearchTerm) => term.kind === "qualifier" && isSame(term, filter);
  const { terms } = parseSearchText(query.text);
  return {
    ...query,
    text: terms.some(isIt) ? formatSearchText(terms.filter((term) => !isIt(term))) : query.text,
    facets: everyFacet((name) =>
      query.facets[name].filter((value) => !isSame({ name, value, negated: false }, filter)),
    ),
    page: 1,
  };
}

/** The query with one value of a facet switched: off wherever it stands, on in the address. */
export function switchFacet(query: ChartQuery, facet: FacetName, value: string): ChartQuery {
  return isSelected(selectedValues(query, facet), value)
    ? withoutFilter(query, { name: facet, value, negated: false })
    : toggleFacet(query, facet, value);
}

/** The query with its words alone, from its first page. */
export function withoutAnyFilter(query: ChartQuery): ChartQuery {
  const { terms } = parseSearchText(query.text);
  const words = terms.filter(({ kind }) => kind !== "qualifier");
  return {
    ...query,
    text: words.length < terms.length ? formatSearchText(words) : query.text,
    facets: everyFacet(() => []),
    page: 1,
  };
}

function isSame(a: ActiveFilter, b: ActiveFilter): boolean {
  return a.name === b.name && a.negated === b.negated && a.value.toLowerCase() === b.value.toLowerCase();
}
