import { queryOptions } from "@tanstack/react-query";
import { requestJson } from "#components/ui/request-failure.ts";
import type { SourceState } from "#lib/catalog/catalog.ts";

/** How often a reading that goes on is looked at, ms. */
const LOOK_EVERY = 2_000;

/** The state of every source, asked again only while one of them is being read or about to be. */
export function sourcesRequest() {
  return queryOptions({
    queryKey: ["sources"],
    queryFn: async ({ signal }) => {
      // Our own API: a test holds its answers to this type.
      const answer = (await requestJson("/api/v1/sources", signal)) as { sources: readonly SourceState[] };
      return answer.sources;
    },
    staleTime: LOOK_EVERY,
    retry: 1,
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? LOOK_EVERY : false),
  });
}

function isMoving({ status }: SourceState): boolean {
  return status === "reading" || status === "waiting";
}
