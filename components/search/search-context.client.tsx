"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { QueryProvider } from "#components/ui/query-provider.client.tsx";
import { RequestFailure } from "#components/ui/request-failure.ts";
import type { SearchPage } from "#lib/catalog/catalog.ts";
import { type ChartQuery, searchPath } from "#lib/catalog/chart-query.ts";
import { searchRequest } from "./search-request.ts";
import { searchTitle } from "./search-title.ts";
import { useChartQuery } from "./use-chart-query.ts";

/** What the server already knew: the query of the address and its answer, or why there is none. */
export interface InitialSearch {
  readonly query: ChartQuery;
  readonly page: SearchPage | null;
  readonly failure: SearchFailure | null;
}

/** Why there is no answer, and what to do, in sentences. */
export interface SearchFailure {
  readonly title: string;
  readonly detail: string;
}

interface Search extends ReturnType<typeof useChartQuery> {
  /** The answer on screen: to `query`, or to the one before while that is being asked or when it failed. */
  readonly page: SearchPage | null;
  readonly failure: SearchFailure | null;
  readonly busy: boolean;
  readonly retry: () => void;
}

const SearchContext = createContext<Search | null>(null);

/** The search of the page it is used on. */
export function useSearch(): Search {
  const search = useContext(SearchContext);
  if (search === null) throw new Error("useSearch is for children of SearchProvider");
  return search;
}

/** One search, shared by box, filters and results, which stand in different parts of the page. */
export function SearchProvider({ initial, children }: { initial: InitialSearch; children: ReactNode }) {
  return (
    <QueryProvider>
      <SearchState initial={initial}>{children}</SearchState>
    </QueryProvider>
  );
}

function SearchState({ initial, children }: { initial: InitialSearch; children: ReactNode }) {
  const asking = useChartQuery(initial.query);
  const { query } = asking;
  const atStart = searchPath(query) === searchPath(initial.query);
  const answer = useQuery({
    ...searchRequest(query),
    ...(atStart && initial.page !== null ? { initialData: initial.page } : {}),
  });

  // React Query forgets the previous answer when the next one fails; a reader should keep it.
  const [last, setLast] = useState(initial.page);
  if (answer.data !== undefined && answer.data !== last) setLast(answer.data);

  useEffect(() => {
    document.title = searchTitle(query);
  }, [query]);

  const failure =
    answer.error !== null
      ? describeFailure(answer.error)
      : atStart && answer.data === undefined
        ? initial.failure
        : null;
  const search: Search = {
    ...asking,
    page: answer.data ?? last,
    failure,
    busy: answer.isFetching,
    retry: () => void answer.refetch(),
  };
  return <SearchContext value={search}>{children}</SearchContext>;
}

function describeFailure(error: Error): SearchFailure {
  return error instanceof RequestFailure
    ? { title: error.message, detail: error.detail }
    : { title: "The search did not work", detail: "Reload the page to try again." };
}
