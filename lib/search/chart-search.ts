import type { AccessScope } from "../access/scope.ts";
import type { ChartHit, FacetValue, Match } from "../catalog/catalog.ts";
import { chartPath } from "../catalog/chart-path.ts";
import { type ChartQuery, FACETS, type FacetName, PAGE_SIZE } from "../catalog/chart-query.ts";
import type { ChartDocument } from "./document.ts";
import { allOf, isOneOf } from "./filter.ts";
import type { EngineAnswer, EngineHit, EngineQuery } from "./search-engine.ts";
import { hasMatch, parseSegments, spreadSegments } from "./segments.ts";
import { CHARTS } from "./settings.ts";

/** Which attribute of a chart document each facet counts. */
const FACET_ATTRIBUTES = {
  source: "source",
  namespace: "namespace",
  keyword: "keywords",
  type: "type",
} as const satisfies Record<FacetName, string>;

const HIT_FIELDS = [
  "source",
  "repository",
  "namespace",
  "name",
  "version",
  "appVersion",
  "description",
  "updated",
  "deprecated",
  "prerelease",
  "type",
  "signed",
  "hasSchema",
];
const DESCRIPTION_WORDS = 60;

/**
 * The engine's questions for one search: the page itself, then for each facet in use one that leaves that facet's own
 * selection out, so that its alternatives keep their counts.
 */
export function planChartSearch(query: ChartQuery, scope: AccessScope): readonly EngineQuery[] {
  const used = FACETS.filter((facet) => query.facets[facet].length > 0);
  const page: EngineQuery = {
    index: CHARTS,
    text: query.text,
    filter: filterOf(query, scope, null),
    sort: sortOf(query),
    facets: FACETS.map((facet) => FACET_ATTRIBUTES[facet]),
    page: query.page,
    pageSize: PAGE_SIZE,
    retrieve: HIT_FIELDS,
    highlight: ["name", "nameJoined", "description", "keywords"],
    crop: [{ field: "description", words: DESCRIPTION_WORDS }],
  };
  const counts = used.map((facet) => ({
    ...page,
    filter: filterOf(query, scope, facet),
    sort: [],
    facets: [FACET_ATTRIBUTES[facet]],
    page: 1,
    pageSize: 0,
    retrieve: [],
    highlight: [],
    crop: [],
  }));
  return [page, ...counts];
}

/** Facet counts from the answers to `planChartSearch`, most frequent first, equal counts by name. */
export function readFacets(
  query: ChartQuery,
  answers: readonly EngineAnswer[],
): Readonly<Record<FacetName, readonly FacetValue[]>> {
  const [page, ...counts] = answers;
  const used = FACETS.filter((facet) => query.facets[facet].length > 0);
  const valuesOf = (facet: FacetName): readonly FacetValue[] => {
    const answer = used.includes(facet) ? counts[used.indexOf(facet)] : page;
    const counted = Object.entries(answer?.facets[FACET_ATTRIBUTES[facet]] ?? {});
    const chosen = query.facets[facet].filter((value) => !counted.some(([known]) => known === value));
    return [...counted, ...chosen.map((value): [string, number] => [value, 0])]
      .filter(([value]) => value !== "")
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    source: valuesOf("source"),
    namespace: valuesOf("namespace"),
    keyword: valuesOf("keyword"),
    type: valuesOf("type"),
  };
}

/** A hit as pages show it. */
export function readHit(hit: EngineHit): ChartHit {
  const chart = hit.document as ChartDocument;
  const id = { source: chart.source, repository: chart.repository };
  return {
    ...id,
    namespace: chart.namespace,
    name: chart.name,
    version: chart.version,
    appVersion: chart.appVersion,
    description: chart.description,
    updated: chart.updated,
    deprecated: chart.deprecated,
    prerelease: chart.prerelease,
    type: chart.type,
    signed: chart.signed,
    hasSchema: chart.hasSchema,
    url: chartPath(id),
    matched: readMatches(chart.name, hit.formatted),
  };
}

function readMatches(name: string, formatted: unknown): readonly Match[] {
  const fields = (formatted ?? {}) as Partial<
    Record<Match["field"] | "nameJoined", string | readonly string[]>
  >;
  const segmentsOf = (field: keyof typeof fields) => parseSegments(String(fields[field] ?? ""));
  const whole = segmentsOf("name");
  const nameSegments = hasMatch(whole) ? whole : spreadSegments(name, segmentsOf("nameJoined"));
  const candidates: readonly Match[] = [
    { field: "name", segments: nameSegments },
    { field: "description", segments: segmentsOf("description") },
    ...[fields.keywords ?? []]
      .flat()
      .map((text) => ({ field: "keywords", segments: parseSegments(text) }) as const),
  ];
  return candidates.filter(({ segments }) => hasMatch(segments));
}

function filterOf(query: ChartQuery, scope: AccessScope, without: FacetName | null): string {
  const chosen = FACETS.filter((facet) => facet !== without && query.facets[facet].length > 0);
  return allOf([
    isOneOf("source", scope.sources),
    ...chosen.map((facet) => isOneOf(FACET_ATTRIBUTES[facet], query.facets[facet])),
  ]);
}

/** Without words there is no relevance: then the most recent come first. */
function sortOf(query: ChartQuery): readonly string[] {
  if (query.sort === "name") return ["name:asc"];
  if (query.sort === "updated" || query.text === "") return ["updatedTs:desc", "name:asc"];
  return [];
}
