import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ChartRelease, PartialNotice, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartTab, chartPath } from "#lib/catalog/chart-path.ts";
import { MovedNotice } from "./versions/moved-notice.tsx";
import { newestOf } from "./versions/version-groups.ts";

/** Why somebody might want another version, or another chart. */
export function ReleaseNotices({
  release,
  versions,
  tab,
}: {
  release: ChartRelease;
  versions: readonly ReleaseSummary[];
  tab: ChartTab;
}) {
  const { summary, metadata, id } = release;
  const newest = newestOf(versions);
  const isDeprecated = metadata?.deprecated ?? summary.deprecated;
  const { stale } = release;
  const hasNewer = newest !== null && newest.tag !== summary.tag && !release.latest;
  if (!isDeprecated && !hasNewer && stale === null && summary.movedFrom === null) return null;
  return (
    <div className="mb-5 space-y-2">
      {stale !== null && <StaleNotice stale={stale} />}
      {isDeprecated && (
        <Notice>
          <strong>This chart is deprecated.</strong> Its authors no longer maintain it.
        </Notice>
      )}
      {hasNewer && (
        <Notice>
          {summary.version} {STANDING[summary.channel]}:{" "}
          <a href={chartPath(id, newest.version, tab)} className="font-semibold text-link">
            {newest.version}
          </a>
        </Notice>
      )}
      <MovedNotice id={id} summary={summary} versions={versions} />
    </div>
  );
}

/** How old this is, and why: its source is down, or was not read yet. */
function StaleNotice({ stale: { source, reason, since } }: { stale: PartialNotice }) {
  return (
    <Notice>
      <p>
        <strong>
          {since === null ? (
            "Versions may be missing here."
          ) : (
            <>
              This is as it was <RelativeTime iso={since} />.
            </>
          )}
        </strong>{" "}
        <a href={`/sources/${source}`} className="text-link font-mono">
          {source}
        </a>{" "}
        {since === null ? "has not been read whole yet" : "could not be read whole since"}: {reason}
      </p>
    </Notice>
  );
}

const STANDING = {
  stable: "is not the newest",
  prerelease: "is a prerelease. The version to use is",
  other: "is a tag, not a version. The newest version is",
} as const;
