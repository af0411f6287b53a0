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

/** An answer and the query it answers. */
interface Answer {
  readonly query: ChartQuery;
  readonly page: SearchPage;
}

interface Search extends ReturnType<typeof useChartQuery> {
  /** The answer on screen: to `query`, or to one before while that is being asked or when it failed. */
  readonly answer: Answer | null;
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
  const { data, error, isFetching, refetch } = useQuery({
    ...searchRequest(query),
    ...(atStart && initial.page !== null ? { initialData: initial.page } : {}),
  });

  // A reader keeps the last answer while the next one is on its way, and when it fails.
  const [answer, setAnswer] = useState<Answer | null>(
    initial.page === null ? null : { query: initial.query, page: initial.page },
  );
  if (data !== undefined && data !== answer?.page) setAnswer({ query, page: data });

  useEffect(() => {
    document.title = searchTitle(query);
  }, [query]);

  const search: Search = {
    ...asking,
    answer,
    failure: error !== null ? describeFailure(error) : atStart && data === undefined ? initial.failure : null,
    busy: isFetching,
    retry: () => void refetch(),
  };
  return <SearchContext value={search}>{children}</SearchContext>;
}

function describeFailure(error: Error): SearchFailure {
  return error instanceof RequestFailure
    ? { title: error.message, detail: error.detail }
    : { title: "The search did not work", detail: "Reload the page to try again." };
}
