import { queryOptions } from "@tanstack/react-query";
import { requestJson } from "#components/ui/request-failure.ts";
import type { SearchPage } from "#lib/catalog/catalog.ts";
import { type ChartQuery, formatChartQuery } from "#lib/catalog/chart-query.ts";

/** How long an answer is as good as new, ms. The index changes by the minute, a reader going back and forth by the second. */
const FRESH_FOR = 30_000;

/** Pause before a search is tried again by itself, ms: when it failed, as mostly the engine is starting, and when nothing is indexed yet. */
const ASK_AGAIN_AFTER = 5_000;

/**
 * One question to /api/v1/search, kept by the query's canonical form. The signal goes to fetch, so that an answer
 * nobody waits for any more is really cancelled.
 */
export function searchRequest(query: ChartQuery) {
  const address = formatChartQuery(query).toString();
  return queryOptions({
    queryKey: ["search", address],
    // Our own API: a test holds its answers to this type.
    queryFn: async ({ signal }) => (await requestJson(`/api/v1/search?${address}`, signal)) as SearchPage,
    staleTime: FRESH_FOR,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) =>
      state.status === "error" || (address === "" && state.data?.total === 0) ? ASK_AGAIN_AFTER : false,
    retry: 1,
    retryDelay: 500,
  });
}
