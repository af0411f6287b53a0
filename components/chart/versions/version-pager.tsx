import { controlStyle } from "#components/ui/control-style.ts";
import { formatCount } from "#components/ui/format.ts";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import type { VersionListQuery } from "#lib/catalog/version-list-query.ts";
import { versionsPath } from "../chart-view.ts";
import type { VersionPage } from "./version-pages.ts";

/** Ways to the other pages of the versions; nothing when there is only one. */
export function VersionPager({
  id,
  address,
  current,
  query,
  list: { page, pages, currentPage },
}: {
  id: ChartId;
  address: string | null;
  /** The version the page is about. */
  current: string;
  query: VersionListQuery;
  list: VersionPage;
}) {
  if (pages === 1) return null;
  const link = (to: number, label: string, rel?: "prev" | "next") => (
    <a href={versionsPath(id, address, to, query)} rel={rel} className={controlStyle.secondary}>
      {label}
    </a>
  );
  return (
    <nav
      aria-label="Pages of versions"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-5 text-ink-2 text-sm"
    >
      {page > 2 && link(1, "First")}
      {page > 1 && link(page - 1, "Previous", "prev")}
      <span className="tabular-nums">
        Page {formatCount(page)} of {formatCount(pages)}
      </span>
      {page < pages && link(page + 1, "Next", "next")}
      {page < pages - 1 && link(pages, "Last")}
      {currentPage !== null && page !== currentPage && (
        <a href={versionsPath(id, address, currentPage, query)} className="text-link">
          Where {current} is
        </a>
      )}
    </nav>
  );
}
