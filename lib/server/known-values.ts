import "server-only";
import type { AccessScope } from "../access/scope.ts";
import { CatalogError, type FacetValue } from "../catalog/catalog.ts";
import { type ChartQuery, FACETS } from "../catalog/chart-query.ts";
import { QUALIFIERS, type QualifierName } from "../catalog/qualifiers.ts";
import { formatSearchText, parseSearchText } from "../catalog/search-text.ts";
import { allOf, type FilterAttribute, startsWith } from "../search/filter.ts";
import { TEXT_ATTRIBUTES, withoutTag } from "../search/qualifier-filter.ts";
import { type EngineQuery, SearchEngineError, type SearchReader } from "../search/search-engine.ts";
import { planSearch } from "../search/search-plan.ts";

/** As many values as anybody reads through. */
const MAX_VALUES = 20;

/** Those that are compared, such as dates, have no values to choose from, and nobody chooses among digests. */
const { digest: _digest, ...CHOSEN } = TEXT_ATTRIBUTES;
const ATTRIBUTES: Readonly<Partial<Record<QualifierName, FilterAttribute>>> = CHOSEN;

/** Which values are asked for: those of a qualifier that begin like this, in any letter case, in charts that match the query. */
export interface ValueQuestion {
  readonly of: QualifierName;
  readonly prefix: string;
  readonly query: ChartQuery;
}

/** Values with the number of charts that have them, most frequent first. Throws `CatalogError`. */
export async function findValues(
  reader: SearchReader,
  question: ValueQuestion,
  scope: AccessScope,
): Promise<readonly FacetValue[]> {
  const attribute = ATTRIBUTES[question.of];
  if (attribute === undefined) return [];
  try {
    const [answer] = await reader.search([planValues(question, attribute, scope)]);
    const wanted = question.prefix.toLowerCase();
    const found = Object.entries(answer?.facets[attribute] ?? {})
      .map(([value, count]) => ({ value, count }))
      .filter(({ value }) => value !== "" && value.toLowerCase().startsWith(wanted));
    return (question.of === "image" ? plainImages(found) : found)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MAX_VALUES);
  } catch (error) {
    if (error instanceof SearchEngineError) throw new CatalogError(error.message, { cause: error });
    throw error;
  }
}

/** Of the names of one image the shortest, and none with a tag: that is not looked at. */
function plainImages(names: readonly FacetValue[]): FacetValue[] {
  const counts = new Map(names.map(({ value, count }) => [value, count]));
  const isLonger = ({ value, count }: FacetValue) => {
    const parts = value.split("/");
    return parts.some((_, at) => at > 0 && counts.get(parts.slice(at).join("/")) === count);
  };
  return names.filter((name) => withoutTag(name.value) === name.value && !isLonger(name));
}

/**
 * Not the engine's own facet search: that knows no words and has to be set up for each attribute. Among charts that have such
 * a value its values are frequent enough to be counted, the rarer the beginning the more so.
 */
function planValues(
  { of, prefix, query }: ValueQuestion,
  attribute: FilterAttribute,
  scope: AccessScope,
): EngineQuery {
  const { hits } = planSearch(withoutAlternatives(query, of), scope, Date.now());
  return {
    ...hits,
    filter: prefix === "" ? hits.filter : allOf([hits.filter, startsWith(attribute, prefix)]),
    facets: [attribute],
    sort: [],
    offset: 0,
    limit: 0,
    retrieve: [],
    score: false,
  };
}

/** What else could be chosen under a name does not depend on what is chosen under it, unless all of it must hold. */
function withoutAlternatives(query: ChartQuery, of: QualifierName): ChartQuery {
  if (QUALIFIERS[of].several === "all") return query;
  const { terms } = parseSearchText(query.text);
  const kept = terms.filter((term) => term.kind !== "qualifier" || term.name !== of || term.negated);
  const facet = FACETS.find((name) => name === of);
  return {
    ...query,
    text: formatSearchText(kept),
    facets: facet === undefined ? query.facets : { ...query.facets, [facet]: [] },
  };
}
