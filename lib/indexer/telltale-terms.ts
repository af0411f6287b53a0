import type { ChartDocument } from "../search/document.ts";
import { weightOf } from "../search/rank/common-terms.ts";
import { termsOf } from "../search/rank/terms.ts";

/** Terms kept of one chart: after these come words that stand in a README once. */
const MAX_TERMS = 250;

/**
 * What a chart is about, the most telling terms first: those of its name and description before those of its README, and
 * there the frequent before the rare, and what every README says last.
 */
export function telltaleTerms(chart: Omit<ChartDocument, "terms">): string {
  const points = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of termsOf(text)) points.set(term, (points.get(term) ?? 0) + weight);
  };
  add(chart.name, 20);
  for (const alias of chart.aliases) add(alias, 10);
  for (const keyword of chart.keywords) add(keyword, 10);
  add(chart.description, 10);
  for (const purpose of chart.about) add(purpose, 6);
  add(chart.origin, 4);
  for (const name of [...chart.dependencies, ...chart.crds]) add(name, 3);
  for (const { heading, text } of chart.sections) {
    add(heading, 2);
    add(text, 1);
  }
  for (const { key, text } of chart.values) {
    add(key, 0.3);
    add(text, 0.3);
  }
  return [...points]
    .map(([term, sum]) => [term, Math.sqrt(sum) * weightOf(term)] as const)
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .slice(0, MAX_TERMS)
    .map(([term]) => term)
    .join(" ");
}
