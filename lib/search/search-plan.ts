import type { AccessScope } from "../access/scope.ts";
import { type ChartQuery, everyFacet, FACETS, type FacetName, PAGE_SIZE } from "../catalog/chart-query.ts";
import { type Mistake, parseSearchText, type SearchTerm } from "../catalog/search-text.ts";
import { allOf, isNoneOf, isOneOf } from "./filter.ts";
import { HIT_FIELDS, RANK_FIELDS } from "./hit-fields.ts";
import { qualifierFilters } from "./qualifier-filter.ts";
import { readSought, type Sought } from "./rank/rank-charts.ts";
import { isStopWord, termsOf } from "./rank/terms.ts";
import type { EngineQuery } from "./search-engine.ts";
import { CHARTS } from "./settings.ts";

/** The first so many hits are put in order by rank/rank-charts.ts; what follows keeps the engine's order. */
export const WINDOW = 60;
/** Hits by meaning that join them: charts that say the same in other words. */
const EXTRA = 30;
/** Hits by the most telling words that join them: in a long question any other may be the one a chart does not have. */
const EXTRA_BY_WORD = 15;
const TELLING_WORDS = 2;
/** Words the engine looks at; more are ignored by it without a word. */
const MAX_ENGINE_WORDS = 10;

/** Which attribute of a chart document each facet counts. */
export const FACET_ATTRIBUTES = {
  source: "source",
  namespace: "namespace",
  type: "type",
  is: "is",
  keyword: "keywords",
  license: "license",
  maintainer: "maintainers",
} as const satisfies Record<FacetName, string>;

/** Qualifiers whose value is also in what is searched, so that a chart named like it can come first. */
const NAMING_QUALIFIERS: ReadonlySet<string> = new Set(["image", "crd", "kind", "dep", "keyword", "name"]);

/** A query, understood: what is looked for and among what. */
export interface SearchPlan {
  readonly sought: Sought;
  readonly terms: readonly SearchTerm[];
  readonly mistakes: readonly Mistake[];
  /** Those of the address and those typed. */
  readonly facets: ChartQuery["facets"];
  /** Whether hits are ordered by how well they match, and not by name or date. */
  readonly ranked: boolean;
  /** The best by words, what may join them (by meaning, by single words), and one question a facet in use. */
  readonly hits: EngineQuery;
  readonly joining: readonly EngineQuery[];
  readonly counts: readonly EngineQuery[];
}

/**
 * Plans one search; `now` in ms since 1970, for relative dates. Where the scope holds no archive twice, `copies` is false:
 * to look for them costs the engine more than all the rest.
 */
export function planSearch(query: ChartQuery, scope: AccessScope, now: number, copies = true): SearchPlan {
  const understood = parseSearchText(query.text);
  const terms = understood.terms.map(asDigest).map(asChartName);
  const facets = everyFacet((facet) => [...new Set([...query.facets[facet], ...typedValues(terms, facet)])]);
  const filterWithout = (without: FacetName | null) =>
    allOf([isOneOf("source", scope.sources), ...qualifierFilters(terms, now, query.facets, without)]);

  const words = rankedText(terms);
  const ranked = words !== "" && query.sort === "relevance";
  const sought = readSought(words);
  const several = sought.words.length > 1;
  const hits: EngineQuery = {
    index: CHARTS,
    text: engineText(terms, withoutStopWords(words)),
    filter: filterWithout(null),
    sort: sortOf(query, ranked),
    facets: FACETS.map((facet) => FACET_ATTRIBUTES[facet]),
    ...(ranked ? { offset: 0, limit: WINDOW } : { offset: (query.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    retrieve: ranked ? [...HIT_FIELDS, ...RANK_FIELDS] : HIT_FIELDS,
    leaveOut: ranked ? (sought.words.length > 2 ? "frequent" : "last") : "none",
    ...(copies ? { distinct: "layer" } : {}),
    score: ranked,
  };
  return {
    sought,
    terms,
    mistakes: understood.mistakes,
    facets,
    ranked,
    hits,
    joining: ranked && several ? joiningQueries(hits, terms, words, sought) : [],
    counts: FACETS.filter((facet) => facets[facet].length > 0).map((facet) => ({
      ...hits,
      filter: filterWithout(facet),
      sort: [],
      facets: [FACET_ATTRIBUTES[facet]],
      offset: 0,
      limit: 0,
      retrieve: [],
    })),
  };
}

function joiningQueries(
  hits: EngineQuery,
  terms: readonly SearchTerm[],
  words: string,
  sought: Sought,
): readonly EngineQuery[] {
  // Copies among them are dropped when they join.
  const { distinct: _distinct, ...plain } = hits;
  const joining = { ...plain, facets: [], leaveOut: "frequent" as const };
  const meaning = termsOf(words).slice(0, MAX_ENGINE_WORDS).join(" ");
  const telling = sought.words.length > 2 ? sought.words.toSorted((a, b) => b.weight - a.weight) : [];
  return [
    { ...joining, text: engineText(terms, meaning), limit: EXTRA },
    ...telling
      .slice(0, TELLING_WORDS)
      .map(({ term }) => ({ ...joining, text: engineText(terms, term), limit: EXTRA_BY_WORD, score: false })),
  ];
}

/**
 * Hits from a place in the list on, behind the window: in the engine's order, without those that joined the window by
 * their meaning.
 */
export function planBehindWindow(
  plan: SearchPlan,
  joined: readonly string[],
  start: number,
  limit: number,
): EngineQuery {
  return {
    ...plan.hits,
    filter: joined.length === 0 ? plan.hits.filter : allOf([plan.hits.filter, isNoneOf("id", joined)]),
    facets: [],
    offset: start - joined.length,
    limit,
  };
}

/** A digest that was pasted as it is asks for what has it. */
function asDigest(term: SearchTerm): SearchTerm {
  if (term.kind !== "word" || !/^(?:sha256:[0-9a-f]{6,64}|[0-9a-f]{64})$/i.test(term.text)) return term;
  return { ...term, kind: "qualifier", name: "digest", value: term.text };
}

/** The address of a chart in a registry asks for the chart: its last part is the name, host and tag stand in any README. */
function asChartName(term: SearchTerm): SearchTerm {
  if (term.kind !== "word") return term;
  const path = /^oci:\/\/[^/]+\/([^:@]+)/i.exec(term.text)?.[1];
  const name = path?.split("/").findLast((part) => part !== "");
  return name === undefined ? term : { ...term, text: name };
}

function typedValues(terms: readonly SearchTerm[], facet: FacetName): readonly string[] {
  return terms.flatMap((term) =>
    term.kind === "qualifier" && term.name === facet && !term.negated ? [term.value] : [],
  );
}

/** The words hits are ordered by: those typed, or without any those of qualifiers that name something. */
function rankedText(terms: readonly SearchTerm[]): string {
  const wanted = terms.filter(({ negated }) => !negated);
  const words = wanted.flatMap((term) => (term.kind === "qualifier" ? [] : [term.text]));
  if (words.length > 0) return words.join(" ");
  return wanted
    .flatMap((term) => (term.kind === "qualifier" && NAMING_QUALIFIERS.has(term.name) ? [term.value] : []))
    .join(" ");
}

/** As the engine reads it: words, `"phrases"` and `-what is left out`; nothing typed has another meaning to it. */
function engineText(terms: readonly SearchTerm[], words: string): string {
  const exact = terms.flatMap((term) => {
    if (term.kind === "qualifier" || (term.kind === "word" && !term.negated)) return [];
    const text = plainWords(term.text);
    return text === "" ? [] : [`${term.negated ? "-" : ""}"${text}"`];
  });
  return [plainWords(words), ...exact].filter((part) => part !== "").join(" ");
}

/** The last word stays: it may be the beginning of another. A question goes through the whole index for each word. */
function withoutStopWords(words: string): string {
  const all = words.split(" ");
  return all.filter((word, at) => at === all.length - 1 || !isStopWord(word.toLowerCase())).join(" ");
}

function plainWords(text: string): string {
  return (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(" ");
}

/** Without words there is no relevance: then the most recent come first. */
function sortOf(query: ChartQuery, ranked: boolean): readonly string[] {
  if (ranked) return [];
  return query.sort === "name" ? ["name:asc"] : ["updatedTs:desc", "name:asc"];
}
