import type { Match, Segment } from "../catalog/catalog.ts";
import { readmePath, templatePath, valueKeyPath } from "../catalog/chart-path.ts";
import type { SearchTerm } from "../catalog/search-text.ts";
import type { ChartInside, ChartInsides } from "./chart-insides.ts";
import { countMatches, countNeedles, excerptOf, hasMatch, markName, markText } from "./rank/mark-text.ts";
import { readSought, type Sought } from "./rank/rank-charts.ts";
import { needlesOf } from "./rank/terms.ts";
import type { FoundChart } from "./search-charts.ts";
import type { SearchPlan } from "./search-plan.ts";

/** Qualifiers that ask for something inside a chart: the row shows where it is. */
const INSIDE: Readonly<Partial<Record<string, Match["field"]>>> = {
  image: "images",
  crd: "crds",
  kind: "kinds",
  value: "values",
  dep: "dependencies",
  maintainer: "maintainers",
};

/**
 * Qualifiers that are explained. Attack: 40 of them in one question, each looked for among all keys of twenty charts, held
 * all other requests up for a second.
 */
const MAX_EXPLAINED = 5;

/**
 * Why each chart is a hit, by document id: what matched in plain sight, and for words or qualifiers that are not explained
 * by it the best place inside the chart. Cut out here: the engine would take apart every README for that, at thirty times the
 * cost of the search.
 */
export async function explainHits(
  insides: ChartInsides,
  plan: SearchPlan,
  charts: readonly FoundChart[],
): Promise<ReadonlyMap<string, readonly Match[]>> {
  const typed = typedWords(plan.terms);
  const inside = plan.terms
    .filter((term) => term.kind === "qualifier" && !term.negated && INSIDE[term.name] !== undefined)
    .slice(0, MAX_EXPLAINED);
  const inSight = new Map(charts.map((chart) => [chart.id, matchesInSight(typed, chart)]));
  const explained = new Set(charts.filter((chart) => isExplained(typed, chart)));
  const contents = await insides.read(charts.filter((chart) => inside.length > 0 || !explained.has(chart)));
  return new Map(
    charts.map((chart) => {
      const content = contents.get(chart.id);
      const matches = inSight.get(chart.id) ?? [];
      if (content === undefined) return [chart.id, matches];
      const asked = placesOfQualifiers(inside, chart, content);
      const place = explained.has(chart) ? null : bestPlace(typed, chart, content);
      return [chart.id, [...matches, ...asked, ...(place === null ? [] : [place])]];
    }),
  );
}

function typedWords(terms: readonly SearchTerm[]): Sought {
  const words = terms.flatMap((term) => (term.kind === "qualifier" || term.negated ? [] : [term.text]));
  return readSought(words.join(" "));
}

function matchesInSight(sought: Sought, chart: FoundChart): readonly Match[] {
  const plain = { place: "", href: null };
  const matches: readonly Match[] = [
    { field: "name", ...plain, segments: markName(sought, chart.name) },
    { field: "description", ...plain, segments: markText(sought, chart.description, "forgiven") },
    ...chart.keywords.map((keyword) => ({
      field: "keywords" as const,
      ...plain,
      segments: markText(sought, keyword, "forgiven"),
    })),
  ];
  return matches.filter(({ segments }) => hasMatch(segments));
}

/** Whether every word is found in what a row shows. */
function isExplained(sought: Sought, chart: FoundChart): boolean {
  const seen = `${chart.name} ${chart.nameJoined ?? ""} ${chart.description} ${chart.keywords.join(" ")}`;
  return hasMatch(markName(sought, chart.name)) && sought.words.length === 1
    ? true
    : countMatches(sought, seen) === sought.words.length;
}

/** The place inside the chart that has most of the words; of equal ones the first: values before README. */
function bestPlace(sought: Sought, chart: FoundChart, content: ChartInside): Match | null {
  const needles = sought.words.map(({ word }) => needlesOf(word));
  let best: { readonly count: number; readonly match: Match } | null = null;
  for (const { text, match } of placesIn(chart, content)) {
    const count = countNeedles(needles, text);
    if (count <= (best?.count ?? 0)) continue;
    const segments = excerptOf(sought, text);
    if (segments !== null) best = { count, match: { ...match, segments } };
    if (best?.count === needles.length) break;
  }
  return best?.match ?? null;
}

interface Place {
  readonly text: string;
  readonly match: Omit<Match, "segments">;
}

function* placesIn(chart: FoundChart, content: ChartInside): Iterable<Place> {
  const known = [...content.aliases, ...content.about].join(", ");
  yield { text: known, match: { field: "about", place: "", href: null } };
  for (const maintainer of content.maintainers)
    yield { text: maintainer, match: { field: "maintainers", place: "", href: null } };
  for (const name of content.dependencies)
    yield { text: name, match: { field: "dependencies", place: "", href: null } };
  for (const { field, word, path, line } of content.found) {
    yield { text: word, match: { field, ...placeOfFile(chart, path, line) } };
  }
  for (const { key, text } of content.values) {
    yield {
      text: `${key} ${text}`,
      match: { field: "values", place: key, href: valueKeyPath(chart, null, key) },
    };
  }
  for (const { heading, anchor, text } of content.sections) {
    const href = readmePath(chart, null, anchor);
    yield { text: `${heading} ${text}`, match: { field: "readme", place: heading, href } };
  }
}

function placeOfFile(
  chart: FoundChart,
  path: string | null,
  line: number | null,
): { place: string; href: string | null } {
  if (path === null) return { place: "", href: null };
  if (!path.includes("/")) return { place: path, href: valueKeyPath(chart, null, path) };
  return { place: line === null ? path : `${path}:${line}`, href: templatePath(chart, null, path, line) };
}

/** Where the chart has what qualifiers asked for. */
function placesOfQualifiers(
  terms: readonly SearchTerm[],
  chart: FoundChart,
  content: ChartInside,
): readonly Match[] {
  if (terms.length === 0) return [];
  const byField = Map.groupBy(placesIn(chart, content), ({ match }) => match.field);
  return terms.flatMap((term) => {
    const field = term.kind === "qualifier" ? INSIDE[term.name] : undefined;
    if (term.kind !== "qualifier" || field === undefined) return [];
    return placeOfValue(term.value, byField.get(field) ?? []) ?? [];
  });
}

/** The place that says least beside the value. */
function placeOfValue(value: string, places: readonly Place[]): Match | null {
  const wanted = readSought(value.replace(/\*$/, ""));
  let best: { readonly share: number; readonly match: Match } | null = null;
  for (const { text, match } of places) {
    const compared = match.field === "values" ? match.place : text;
    const share = value.length / compared.length;
    if (share > 1.01 || share <= (best?.share ?? 0)) continue;
    if (countMatches(wanted, compared) < wanted.words.length) continue;
    best = { share, match: { ...match, segments: markWhole(text) } };
  }
  return best?.match ?? null;
}

function markWhole(text: string): readonly Segment[] {
  return [{ text: text.length > 200 ? `${text.slice(0, 200)}…` : text, match: true }];
}
