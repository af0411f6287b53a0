import { Notice } from "#components/ui/notice.tsx";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";

/** Whether somebody pushed another chart under the same name; of a tag such as `latest`, which is there to move, in passing. */
export function MovedNotice({
  id,
  summary,
  versions,
}: {
  id: ChartId;
  summary: ReleaseSummary;
  versions: readonly ReleaseSummary[];
}) {
  const { movedFrom, channel, digest } = summary;
  if (movedFrom === null) return null;
  const now = versions.find((release) => release.digest === movedFrom);
  const before = (
    <>
      before this tag pointed to <code>{movedFrom}</code>
      {now !== undefined && (
        <>
          , which is{" "}
          <a href={chartPath(id, now.version)} className="font-semibold text-link">
            {now.version}
          </a>
        </>
      )}
    </>
  );
  if (channel === "other") return <p className="text-ink-2 text-sm">Last seen moving: {before}.</p>;
  return (
    <Notice>
      <strong>This version was pushed anew.</strong> It is <code>{digest}</code> now; {before}.
    </Notice>
  );
}
