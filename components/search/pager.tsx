import { controlStyle } from "#components/ui/control-style.ts";
import { formatCount } from "#components/ui/format.ts";
import { type ChartQuery, MAX_HITS, searchPath } from "#lib/catalog/chart-query.ts";
import { followHere } from "./follow-here.ts";

interface PagerProps {
  readonly query: ChartQuery;
  readonly pages: number;
  readonly total: number;
  readonly go: (change: (query: ChartQuery) => ChartQuery) => void;
}

/** Ways to the other pages; nothing when there is only one, or this one is past the last. */
export function Pager({ query, pages, total, go }: PagerProps) {
  if (pages <= 1 || query.page > pages) return null;
  const link = (page: number, label: string, rel?: "prev" | "next") => (
    <a
      href={searchPath({ ...query, page })}
      rel={rel}
      onClick={followHere(() => go((before) => ({ ...before, page })))}
      className={controlStyle.secondary}
    >
      {label}
    </a>
  );
  return (
    <nav
      aria-label="Pages of results"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-5 text-ink-2 text-sm"
    >
      {query.page > 2 && link(1, "First")}
      {query.page > 1 && link(query.page - 1, "Previous", "prev")}
      <span className="tabular-nums">
        Page {formatCount(query.page)} of {formatCount(pages)}
      </span>
      {query.page < pages && link(query.page + 1, "Next", "next")}
      {query.page < pages - 1 && link(pages, "Last")}
      {query.page === pages && total >= MAX_HITS && (
        <p className="basis-full">
          There are more than the {formatCount(MAX_HITS)} that can be paged through; another word or filter
          brings the rest nearer.
        </p>
      )}
    </nav>
  );
}
