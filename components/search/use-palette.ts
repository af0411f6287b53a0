import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { requestJson } from "#components/ui/request-failure.ts";
import type { ChartHit, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartQuery, parseChartQuery } from "#lib/catalog/chart-query.ts";
import { type PaletteGroup, planPalette, splitVersion } from "./plan-palette.ts";
import type { RecentPlace } from "./recent-places.ts";
import { searchRequest } from "./search-request.ts";
import { useSettled } from "./use-settled.ts";
import { type Draft, useSuggestions } from "./use-suggestions.ts";

/** What the palette holds for a draft; `late` while the charts in it are those of an earlier one. */
export function usePalette(
  draft: Draft,
  recent: readonly RecentPlace[],
): { readonly groups: readonly PaletteGroup[]; readonly late: boolean; readonly failed: boolean } {
  const wanted = queryOf(splitVersion(draft.text)?.name ?? draft.text);
  const text = useSettled(wanted.text);
  const search = useQuery({
    ...searchRequest({ ...wanted, text }),
    enabled: text !== "",
    placeholderData: keepPreviousData,
    refetchInterval: false,
  });
  const hits = search.data?.hits ?? [];
  const named = splitVersion(draft.text) === null ? null : chartNamed(hits, text);
  const versions = useQuery(versionsRequest(named));
  const suggestions = useSuggestions(draft);
  return {
    groups: planPalette({
      text: draft.text,
      hits,
      chart: named === null ? null : { name: named.name, id: named, versions: versions.data ?? [] },
      suggestions,
      recent,
    }),
    late:
      text !== wanted.text || search.isPlaceholderData || (search.isFetching && search.data === undefined),
    failed: search.isError || versions.isError,
  };
}

function queryOf(text: string): ChartQuery {
  return parseChartQuery(new URLSearchParams({ q: text }));
}

function chartNamed(hits: readonly ChartHit[], name: string): ChartHit | null {
  return hits.find((hit) => hit.name === name) ?? hits[0] ?? null;
}

function versionsRequest(hit: ChartHit | null) {
  const chart = hit === null ? "" : `${hit.source}/${hit.repository}`;
  return queryOptions({
    queryKey: ["versions", chart],
    queryFn: async ({ signal }): Promise<readonly ReleaseSummary[]> => {
      // Our own API: a test holds its answers to this type.
      const answer = (await requestJson(`/api/v1/charts/${chart}`, signal)) as { versions: ReleaseSummary[] };
      return answer.versions;
    },
    enabled: hit !== null,
    staleTime: 60_000,
    retry: false,
  });
}
