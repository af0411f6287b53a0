import type { ChartQuery } from "#lib/catalog/chart-query.ts";

/** What the browser's tab says of a search. */
export function searchTitle(query: ChartQuery): string {
  return query.text === "" ? "Chartroom" : `${query.text} · Chartroom`;
}
