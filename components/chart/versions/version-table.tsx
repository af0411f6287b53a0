import type { ReactNode } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartId, chartPath, comparePath, formatChartAddress } from "#lib/catalog/chart-path.ts";
import type { VersionListQuery, VersionOrder } from "#lib/catalog/version-list-query.ts";
import { versionsPath } from "../chart-view.ts";
import { VersionDigests, VersionMarks } from "./version-marks.tsx";

/** Two versions to be compared, as they are chosen before anybody chooses. */
export interface ChosenVersions {
  readonly from: ReleaseSummary | null;
  readonly to: ReleaseSummary | null;
}

/** The versions, each with what it was made from and which of two to compare it may be. */
export function VersionTable({
  id,
  address,
  versions,
  current,
  previous,
  query,
  chosen,
}: {
  id: ChartId;
  address: string | null;
  versions: readonly ReleaseSummary[];
  current: ReleaseSummary;
  previous: ReadonlyMap<ReleaseSummary, ReleaseSummary>;
  query: VersionListQuery;
  chosen: ChosenVersions;
}) {
  const sort = (order: VersionOrder, children: ReactNode) => (
    <SortedColumn id={id} address={address} query={query} order={order}>
      {children}
    </SortedColumn>
  );
  return (
    <table className="listing versions">
      <thead>
        <tr>
          {sort("version", "Version")}
          {sort("app", "App version")}
          {sort("released", "Released")}
          <th scope="col">Digest</th>
          <th scope="col">Changes</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((release) => (
          <tr key={release.tag} aria-current={release.tag === current.tag || undefined}>
            <th scope="row">
              <a href={chartPath(id, release.version)}>{release.version}</a>{" "}
              <VersionMarks release={release} />
              {release.error !== null && <p>{release.error}</p>}
            </th>
            <td>{release.appVersion}</td>
            <td>{release.created !== null && <RelativeTime iso={release.created} />}</td>
            <td>
              <VersionDigests release={release} />
            </td>
            <td>{changesLink(id, release, previous.get(release))}</td>
            <td>{choice(id, "from", release, chosen)}</td>
            <td>{choice(id, "to", release, chosen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The column says how the table is ordered; its link turns that round, or orders by it. */
function SortedColumn({
  id,
  address,
  query,
  order,
  children,
}: {
  id: ChartId;
  address: string | null;
  query: VersionListQuery;
  order: VersionOrder;
  children: ReactNode;
}) {
  const sorted = query.order === order;
  const next = { ...query, order, ascending: sorted && !query.ascending };
  return (
    <th scope="col" aria-sort={sorted ? (query.ascending ? "ascending" : "descending") : undefined}>
      <a href={versionsPath(id, address, 1, next)}>
        {children}
        <span aria-hidden="true">{sorted ? (query.ascending ? " ↑" : " ↓") : ""}</span>
      </a>
    </th>
  );
}

function changesLink(id: ChartId, release: ReleaseSummary, before: ReleaseSummary | undefined): ReactNode {
  if (before === undefined) return null;
  const path = comparePath({ id, version: before.version }, { id, version: release.version });
  return (
    <a href={path} aria-label={`Changes from ${before.version} to ${release.version}`} className="text-link">
      since {before.version}
    </a>
  );
}

function choice(
  id: ChartId,
  name: keyof ChosenVersions,
  release: ReleaseSummary,
  chosen: ChosenVersions,
): ReactNode {
  if (release.error !== null) return null;
  return (
    <label>
      <span>{name === "from" ? "Compare from" : "to"}</span>
      <input
        type="radio"
        name={name}
        value={formatChartAddress(id, release.version)}
        defaultChecked={chosen[name]?.tag === release.tag}
        aria-label={`Compare ${name} ${release.version}`}
      />
    </label>
  );
}
