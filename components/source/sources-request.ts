import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { requestJson } from "#components/ui/request-failure.ts";
import type { SourceState } from "#lib/catalog/catalog.ts";

/** How often a reading that goes on is looked at, ms. */
const LOOK_EVERY = 2_000;

const SOURCES_KEY = ["sources"];

/** The state of every source, asked again only while one of them is being read or about to be. */
export function sourcesRequest() {
  return queryOptions({
    queryKey: SOURCES_KEY,
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

/** Says of a source that a reading was asked for, until the server says how it goes. An answer that is on its way is older. */
export async function markAsked(queries: QueryClient, source: string): Promise<void> {
  await queries.cancelQueries({ queryKey: SOURCES_KEY });
  queries.setQueryData<readonly SourceState[]>(SOURCES_KEY, (states) =>
    states?.map((state) => (state.id === source ? { ...state, asked: true } : state)),
  );
  void queries.invalidateQueries({ queryKey: SOURCES_KEY });
}

function isMoving({ status, asked }: SourceState): boolean {
  return asked || status === "reading" || status === "waiting";
}
