import { formatCount } from "#components/ui/format.ts";
import { PageLinks } from "#components/ui/page-links.tsx";
import { type ChartQuery, MAX_HITS, searchPath } from "#lib/catalog/chart-query.ts";
import { followHere } from "./follow-here.ts";

interface PagerProps {
  readonly query: ChartQuery;
  readonly pages: number;
  readonly total: number;
  readonly go: (change: (query: ChartQuery) => ChartQuery) => void;
}

/** Ways to the other pages of results, answered in place. */
export function Pager({ query, pages, total, go }: PagerProps) {
  return (
    <PageLinks
      label="Pages of results"
      page={query.page}
      pages={pages}
      hrefOf={(page) => searchPath({ ...query, page })}
      onFollow={(page) => followHere(() => go((before) => ({ ...before, page })))}
    >
      {query.page === pages && total >= MAX_HITS && (
        <p className="basis-full">
          There are more than the {formatCount(MAX_HITS)} that can be paged through; another word or filter
          brings the rest nearer.
        </p>
      )}
    </PageLinks>
  );
}
