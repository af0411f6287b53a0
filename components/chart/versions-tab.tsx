import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";
import "./versions.css";

const SHOWN_DIGITS = 12;

/** Every version, newest first; one that could not be read says why. */
export function VersionsTab({
  id,
  versions,
  current,
}: {
  id: ChartId;
  versions: readonly ReleaseSummary[];
  current: ReleaseSummary;
}) {
  return (
    <table className="versions">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">App version</th>
          <th scope="col">Released</th>
          <th scope="col">Digest</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((release) => (
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
