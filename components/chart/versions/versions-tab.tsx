import { controlStyle } from "#components/ui/control-style.ts";
import { PageLinks } from "#components/ui/page-links.tsx";
import type { OtherTags, ReleaseSummary } from "#lib/catalog/catalog.ts";
import type { ChartId } from "#lib/catalog/chart-path.ts";
import type { VersionList } from "#lib/catalog/version-list.ts";
import { type ChartView, versionsPath } from "../chart-view.ts";
import { OtherTagsList } from "./other-tags-list.tsx";
import { VersionFilter } from "./version-filter.tsx";
import { pickVersionPage } from "./version-pages.ts";
import { type ChosenVersions, VersionTable } from "./version-table.tsx";
import { VersionTimeline } from "./version-timeline.tsx";
import "../listing.css";
import "./versions.css";

/** The versions of a chart: when they came, which there are, what changed between any two. */
export function VersionsTab({
  id,
  address,
  versions,
  found: { versions: found, rangeUnreadable },
  previous,
  others,
  current,
  view: { list: query, page },
}: {
  id: ChartId;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  /** All, newest first. */
  versions: readonly ReleaseSummary[];
  /** Those the query asks for. */
  found: VersionList;
  /** What each is compared with to see what is new in it. */
  previous: ReadonlyMap<ReleaseSummary, ReleaseSummary>;
  others: OtherTags | null;
  current: ReleaseSummary;
  view: Pick<ChartView, "list" | "page">;
}) {
  const list = pickVersionPage(found, current, page);
  const chosen = choose(list.versions, current, previous);
  const comparable = list.versions.filter(({ error }) => error === null).length > 1;
  return (
    <>
      <VersionTimeline id={id} versions={found} current={current} />
      <VersionFilter
        id={id}
        address={address}
        query={query}
        rangeUnreadable={rangeUnreadable}
        shown={found.length}
        total={versions.length}
      />
      {found.length === 0 ? (
        <p className="border-rule border-t py-8 text-ink-2">No version is like that.</p>
      ) : (
        <form action="/compare">
          <VersionTable
            id={id}
            address={address}
            versions={list.versions}
            current={current}
            previous={previous}
            query={query}
            chosen={chosen}
          />
          {comparable && (
            <p className="compare">
              <button type="submit" className={controlStyle.secondary}>
                Compare the two chosen
              </button>
            </p>
          )}
        </form>
      )}
      <PageLinks
        label="Pages of versions"
        page={list.page}
        pages={list.pages}
        hrefOf={(to) => versionsPath(id, address, to, query)}
      >
        {list.currentPage !== null && list.page !== list.currentPage && (
          <a href={versionsPath(id, address, list.currentPage, query)} className="text-link">
            Where {current.version} is
          </a>
        )}
      </PageLinks>
      {others !== null && <OtherTagsList others={others} versions={versions} />}
    </>
  );
}

/** The version the page is about and the one before it, if both are on this page of the list; else the top two of it. */
function choose(
  listed: readonly ReleaseSummary[],
  current: ReleaseSummary,
  previous: ReadonlyMap<ReleaseSummary, ReleaseSummary>,
): ChosenVersions {
  const readable = listed.filter(({ error }) => error === null);
  const to = readable.find(({ tag }) => tag === current.tag);
  const from = to === undefined ? undefined : previous.get(to);
  if (to !== undefined && from !== undefined && readable.includes(from)) return { from, to };
  return { from: readable[1] ?? null, to: readable[0] ?? null };
}
