import type { Metadata } from "next";
import { Filters } from "#components/search/filters.client.tsx";
import { Results } from "#components/search/results.client.tsx";
import { SearchBox } from "#components/search/search-box.client.tsx";
import { type InitialSearch, SearchProvider } from "#components/search/search-context.client.tsx";
import { SearchExamples } from "#components/search/search-examples.tsx";
import { SearchHelp } from "#components/search/search-help.tsx";
import { searchTitle } from "#components/search/search-title.ts";
import { PageFrame } from "#components/ui/page-frame.tsx";
import { CatalogError } from "#lib/catalog/catalog.ts";
import { type ChartQuery, parseChartQuery } from "#lib/catalog/chart-query.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import { readSearchParams, type SearchParams } from "./read-search-params.ts";

interface SearchPageProps {
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const query = parseChartQuery(readSearchParams(await searchParams));
  return { title: { absolute: searchTitle(query) } };
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const query = parseChartQuery(readSearchParams(await searchParams));
  return (
    <SearchProvider initial={await search(query)}>
      <PageFrame
        band={
          <div className="pt-2 pb-5 md:pt-6.5 md:pb-7.5">
            <h1 className="sr-only">Search charts</h1>
            <SearchBox>
              <SearchExamples />
              <SearchHelp />
            </SearchBox>
          </div>
        }
      >
        <div className="page-width grid gap-x-10 gap-y-3 pt-4 pb-14 md:grid-cols-[13.5rem_minmax(0,1fr)] md:pt-5.5">
          <Filters />
          <Results />
        </div>
      </PageFrame>
    </SearchProvider>
  );
}

async function search(query: ChartQuery): Promise<InitialSearch> {
  try {
    const { catalog, scope } = await viewerCatalog();
    return { query, page: await catalog.search(query, scope), failure: null };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return {
      query,
      page: null,
      failure: {
        title: "The search engine does not answer",
        detail: "It is probably starting; that takes a few seconds.",
      },
    };
  }
}
