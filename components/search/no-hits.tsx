import { BlankState } from "#components/ui/blank-state.tsx";
import { activeFilters, withoutAnyFilter } from "#lib/catalog/active-filters.ts";
import { type ChartQuery, searchPath } from "#lib/catalog/chart-query.ts";
import { followHere } from "./follow-here.ts";

interface NoHitsProps {
  readonly query: ChartQuery;
  readonly total: number;
  readonly go: (change: (query: ChartQuery) => ChartQuery) => void;
}

/** Three ways to have nothing: a page past the last, a search that finds nothing, and an index with nothing in it. */
export function NoHits({ query, total, go }: NoHitsProps) {
  if (total > 0) return <PastTheEnd query={query} total={total} go={go} />;
  const filters = activeFilters(query).length;
  if (query.text === "" && filters === 0) return <NothingIndexed />;
  return (
    <BlankState
      title={
        query.text === "" ? (
          "No chart has all of these"
        ) : (
          <>
            No chart matches <bdi>“{query.text}”</bdi>
          </>
        )
      }
    >
      <ul className="list-disc space-y-1 pl-5">
        {filters > 0 && (
          <li>
            <QueryLink query={query} change={withoutAnyFilter} go={go}>
              {filters === 1 ? "Search without the filter" : `Search without the ${filters} filters`}
            </QueryLink>
          </li>
        )}
        {query.text !== "" && (
          <>
            <li>Look for a letter too many, or use fewer words.</li>
            <li>Say what it is for instead: “queue”, “certificates”, “dashboard”.</li>
          </>
        )}
        <li>
          <a href="/sources" className="text-link">
            See which registries are read
          </a>
          , and whether one of them is having trouble.
        </li>
      </ul>
    </BlankState>
  );
}

function NothingIndexed() {
  return (
    <BlankState title="There are no charts here yet">
      <p>Charts appear as your registries are read; the first ones within seconds.</p>
      <p>
        <a href="/sources" className="text-link">
          See how far the reading has come
        </a>
      </p>
    </BlankState>
  );
}

function PastTheEnd({ query, go }: NoHitsProps) {
  return (
    <BlankState title={`There is no page ${query.page}`}>
      <p>
        <QueryLink query={query} change={(before) => ({ ...before, page: 1 })} go={go}>
          Go to the first page
        </QueryLink>
      </p>
    </BlankState>
  );
}

interface QueryLinkProps {
  readonly query: ChartQuery;
  readonly change: (query: ChartQuery) => ChartQuery;
  readonly go: NoHitsProps["go"];
  readonly children: string;
}

function QueryLink({ query, change, go, children }: QueryLinkProps) {
  return (
    <a href={searchPath(change(query))} onClick={followHere(() => go(change))} className="text-link">
      {children}
    </a>
  );
}
