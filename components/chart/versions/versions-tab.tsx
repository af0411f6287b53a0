import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";
import { VersionPager } from "./version-pager.tsx";
import { pickVersionPage } from "./version-pages.ts";
import "../listing.css";
import "./versions.css";

const SHOWN_DIGITS = 12;

/** The versions, newest first, a page of them; one that could not be read says why. */
export function VersionsTab({
  id,
  address,
  versions,
  current,
  page,
}: {
  id: ChartId;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  versions: readonly ReleaseSummary[];
  current: ReleaseSummary;
  /** From 1. */
  page: number;
}) {
  const list = pickVersionPage(versions, current, page);
  return (
    <>
      <table className="listing versions">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">App version</th>
            <th scope="col">Released</th>
            <th scope="col">Digest</th>
          </tr>
        </thead>
        <tbody>
          {list.versions.map((release) => (
            <tr key={release.tag} aria-current={release.tag === current.tag || undefined}>
              <th scope="row">
                <a href={chartPath(id, release.version)}>{release.version}</a> <Marks release={release} />
                {release.error !== null && <p>{release.error}</p>}
              </th>
              <td>{release.appVersion}</td>
              <td>{release.created !== null && <RelativeTime iso={release.created} />}</td>
              <td title={release.digest}>
                {release.digest.slice("sha256:".length, "sha256:".length + SHOWN_DIGITS)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <VersionPager id={id} address={address} current={current.version} list={list} />
    </>
  );
}

function Marks({ release }: { release: ReleaseSummary }) {
  return (
    <>
      {release.channel === "prerelease" && <Badge tone="warn">prerelease</Badge>}
      {release.channel === "other" && <Badge>not a version</Badge>}
      {release.deprecated && <Badge tone="bad">deprecated</Badge>}
      {release.signed && <Badge>signed</Badge>}
      {release.error !== null && <Badge tone="bad">unreadable</Badge>}
    </>
  );
}
