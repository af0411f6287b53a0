import type { AccessScope } from "../access/scope.ts";
import type { ChartHit, FacetValue, SearchPage } from "../catalog/catalog.ts";
import { chartPath } from "../catalog/chart-path.ts";
import { type ChartQuery, everyFacet, PAGE_SIZE } from "../catalog/chart-query.ts";
import type { ChartInsides } from "./chart-insides.ts";
import type { CopyCheck } from "./copy-check.ts";
import type { ChartDocument } from "./document.ts";
import { explainHits } from "./explain-hits.ts";
import { isOneOf } from "./filter.ts";
import { findPlaces } from "./find-places.ts";
import { type RankedFields, rankCharts } from "./rank/rank-charts.ts";
import type { EngineAnswer, SearchReader } from "./search-engine.ts";
import { FACET_ATTRIBUTES, planBehindWindow, planSearch, type SearchPlan, WINDOW } from "./search-plan.ts";

/** A chart document as far as a search fetches it. */
export type FoundChart = RankedFields &
  Pick<
    ChartDocument,
    | ("id" | "source" | "repository" | "namespace" | "name" | "version" | "appVersion" | "description")
    | ("keywords" | "updated" | "deprecated" | "prerelease" | "type" | "signed" | "hasSchema")
    | ("layer" | "fingerprint")
  >;

/** What a search asks. */
export interface SearchParts {
  readonly reader: SearchReader;
  readonly insides: ChartInsides;
  readonly copies: CopyCheck;
}

/** One page of what a viewer finds. Throws `SearchEngineError`. */
export async function searchCharts(
  parts: SearchParts,
  query: ChartQuery,
  scope: AccessScope,
): Promise<Omit<SearchPage, "partial">> {
  const { reader, insides, copies } = parts;
  const plan = planSearch(query, scope, Date.now(), await copies.holdsCopies(scope));
  // The engine answers the questions of one request one after the other.
  const [[hits, ...counts], joining] = await Promise.all([
    reader.search([plan.hits, ...plan.counts]),
    plan.joining.length === 0 ? [] : reader.search(plan.joining),
  ]);
  const found = foundIn(hits);
  if (plan.hits.distinct === undefined && new Set(found.map(({ layer }) => layer)).size < found.length) {
    copies.sawCopies(scope);
    return searchCharts(parts, query, scope);
  }
  const joined = joiningIn(found, joining.flatMap(foundIn));
  const charts = plan.ranked ? await rankedPage(reader, plan, query.page, found, joined) : found;
  const total = Math.max(hits?.total ?? 0, plan.ranked ? found.length + joined.length : 0);
  const [whole, explained, places] = await Promise.all([
    joined.length > 0 && found.length < WINDOW ? countFacets(reader, plan, [...found, ...joined]) : null,
    explainHits(insides, plan, charts),
    plan.hits.distinct === undefined
      ? new Map<string, ChartHit["places"]>()
      : findPlaces(reader, charts, scope),
  ]);
  return {
    total,
    pages: Math.ceil(total / PAGE_SIZE),
    hits: charts.map((chart) => hitOf(chart, explained, places)),
    facets: readFacets(plan, hits, counts, whole),
    mistakes: plan.mistakes,
    tookMs: Math.max(0, ...[hits, ...counts, ...joining].map((answer) => answer?.tookMs ?? 0)),
  };
}

/** The page out of the window, or what lies behind it; a page on its edge has some of both. */
async function rankedPage(
  reader: SearchReader,
  plan: SearchPlan,
  page: number,
  found: readonly FoundChart[],
  joined: readonly FoundChart[],
): Promise<readonly FoundChart[]> {
  const window = rankCharts(plan.sought, [...found, ...joined]);
  const start = (page - 1) * PAGE_SIZE;
  const inWindow = window.slice(start, start + PAGE_SIZE);
  if (inWindow.length === PAGE_SIZE || found.length < WINDOW) return inWindow;
  const behind = planBehindWindow(
    plan,
    joined.map(({ id }) => id),
    Math.max(start, window.length),
    PAGE_SIZE - inWindow.length,
  );
  const [answer] = await reader.search([behind]);
  return [...inWindow, ...foundIn(answer)];
}

/** Those of other questions that were not found already: the same archive is the same chart. */
function joiningIn(found: readonly FoundChart[], others: readonly FoundChart[]): readonly FoundChart[] {
  const known = new Set(found.map(({ layer }) => layer));
  return others.filter(({ layer }) => !known.has(layer) && known.add(layer));
}

/** A document of an older reader, until it is read again, lacks what came later. */
const UNSAID = { aliases: [], about: [], keywords: [], origin: "", nameJoined: "", upstream: 0, releases: 0 };

function foundIn(answer: EngineAnswer | undefined): readonly FoundChart[] {
  return (answer?.hits ?? []).map((hit) => ({ ...UNSAID, ...(hit as FoundChart) }));
}

/** The facets of a result that is in hand whole, those included that were not found by words. */
async function countFacets(
  reader: SearchReader,
  { hits }: SearchPlan,
  charts: readonly FoundChart[],
): Promise<EngineAnswer | null> {
  const ids = charts.map(({ id }) => id);
  const { index, facets = [] } = hits;
  const [answer] = await reader.search([
    { index, text: "", filter: isOneOf("id", ids), facets, limit: 0, retrieve: [] },
  ]);
  return answer ?? null;
}

/** Counted values, most frequent first, equal counts by name; a chosen value that matches nothing stays in its place. */
function readFacets(
  { facets, counts: questions }: SearchPlan,
  page: EngineAnswer | undefined,
  counted: readonly (EngineAnswer | undefined)[],
  whole: EngineAnswer | null,
): SearchPage["facets"] {
  return everyFacet((facet): readonly FacetValue[] => {
    const attribute = FACET_ATTRIBUTES[facet];
    const own = questions.findIndex((question) => question.facets?.includes(attribute));
    const answer = own === -1 ? (whole ?? page) : counted[own];
    const counts = { ...answer?.facets[attribute] };
    // Alternatives are counted by words alone; what is chosen counts no less than what is shown.
    for (const [value, shown] of Object.entries(whole?.facets[attribute] ?? {})) {
      counts[value] = Math.max(counts[value] ?? 0, shown);
    }
    const values = Object.entries(counts);
    const known = new Set(values.map(([value]) => value.toLowerCase()));
    const missing = facets[facet].filter((value) => !known.has(value.toLowerCase()));
    return [...values, ...missing.map((value): [string, number] => [value, 0])]
      .filter(([value]) => value !== "")
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  });
}

function hitOf(
  chart: FoundChart,
  explained: ReadonlyMap<string, ChartHit["matched"]>,
  places: ReadonlyMap<string, ChartHit["places"]>,
): ChartHit {
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
    matched: explained.get(chart.id) ?? [],
    places: places.get(chart.id) ?? [],
  };
}
