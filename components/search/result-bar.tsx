import { controlStyle } from "#components/ui/control-style.ts";
import { formatCount } from "#components/ui/format.ts";
import type { SearchPage } from "#lib/catalog/catalog.ts";
import { type ChartQuery, MAX_HITS, SORTS, type SortName } from "#lib/catalog/chart-query.ts";
import { AnnouncedCount } from "./announced-count.tsx";
import { SEARCH_FORM_ID } from "./hit-focus.ts";

const SORT_LABELS: Readonly<Record<SortName, string>> = {
  relevance: "Relevance",
  name: "Name",
  updated: "Last updated",
};

interface ResultBarProps {
  readonly query: ChartQuery;
  readonly page: SearchPage;
  readonly go: (change: (query: ChartQuery) => ChartQuery) => void;
}

/** How many there are, for which question, and in what order. */
export function ResultBar({ query, page, go }: ResultBarProps) {
  // Without words there is no relevance: that order is by date then, and is called so.
  const newestFirst = query.text === "" && query.sort !== "updated";
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 border-ink border-b pb-2 text-ink-2 text-sm">
      <AnnouncedCount text={`${formatTotal(page.total)} ${page.total === 1 ? "chart" : "charts"}`} />
      <p id="hit-count" className="min-w-0">
        <b className="text-ink tabular-nums">{formatTotal(page.total)}</b>{" "}
        {page.total === 1 ? "chart" : "charts"}
        {query.text !== "" && (
          <>
            {page.total === 1 ? " matches " : " match "}
            <b className="text-ink">
              <bdi>{query.text}</bdi>
            </b>
          </>
        )}
      </p>
      <span className="text-ink-3 tabular-nums">
        {page.tookMs < 1 ? "under 1" : formatCount(page.tookMs)} ms
      </span>
      <label className="ml-auto flex items-center gap-2">
        <span className="sr-only">Sort by</span>
        <select
          name="sort"
          form={SEARCH_FORM_ID}
          value={query.sort}
          onChange={({ target }) =>
            go((before) => ({
              ...before,
              sort: SORTS.find((sort) => sort === target.value) ?? before.sort,
              page: 1,
            }))
          }
          className="h-8 rounded-sm border border-transparent bg-paper text-ink-2 hover:border-edge"
        >
          {SORTS.filter((sort) => sort !== "updated" || !newestFirst).map((sort) => (
            <option key={sort} value={sort}>
              {SORT_LABELS[sort === "relevance" && newestFirst ? "updated" : sort]}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button type="submit" form={SEARCH_FORM_ID} className={controlStyle.secondary}>
          Apply
        </button>
      </noscript>
    </div>
  );
}

/** The engine counts no further: then there may be more. */
function formatTotal(total: number): string {
  return total < MAX_HITS ? formatCount(total) : `${formatCount(MAX_HITS)}+`;
}
