import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { requestJson } from "#components/ui/request-failure.ts";
import type { FacetValue } from "#lib/catalog/catalog.ts";
import { type ChartQuery, formatChartQuery } from "#lib/catalog/chart-query.ts";
import type { QualifierName } from "#lib/catalog/qualifiers.ts";

/** How long values are as good as new, ms. */
const FRESH_FOR = 60_000;

/** One question to /api/v1/values: which values of a qualifier begin like this, among charts that match the rest. */
export function valuesRequest(of: QualifierName, prefix: string, query: ChartQuery) {
  const params = formatChartQuery({ ...query, page: 1, sort: "relevance" });
  params.set("of", of);
  params.set("prefix", prefix);
  const address = params.toString();
  return queryOptions({
    queryKey: ["values", address],
    queryFn: async ({ signal }): Promise<readonly FacetValue[]> => {
      // Our own API: a test holds its answers to this type.
      const answer = (await requestJson(`/api/v1/values?${address}`, signal)) as { values: FacetValue[] };
      return answer.values;
    },
    staleTime: FRESH_FOR,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
