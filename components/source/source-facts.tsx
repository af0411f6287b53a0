import { formatCount, formatQuantity } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SourceState } from "#lib/catalog/catalog.ts";
import { parseChartQuery, searchPath } from "#lib/catalog/chart-query.ts";
import { SourceProblems } from "./source-problems.tsx";
import { SyncProgressBar } from "./sync-progress-bar.tsx";

/** What a source holds, how old that is, how far a reading is, and what went wrong. */
export function SourceFacts({ source, askable }: { source: SourceState; askable: boolean }) {
  const charts = searchPath(parseChartQuery(new URLSearchParams({ source: source.id })));
  return (
    <>
      <dl className="mt-2.5 grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-[repeat(3,6.5rem)_1fr]">
        <Fact label="Charts">
          {source.charts === 0 ? (
            "0"
          ) : (
            <a
              href={charts}
              className="text-link"
              aria-label={`${formatQuantity(source.charts, "chart")} of ${source.id}`}
            >
              {formatCount(source.charts)}
            </a>
          )}
        </Fact>
        <Fact label="Releases">{formatCount(source.releases)}</Fact>
        <Fact label="Unreadable">{formatCount(source.failed)}</Fact>
        <Fact label="Last read whole">
          {source.lastRead === null ? "not yet" : <RelativeTime iso={source.lastRead} />}
        </Fact>
      </dl>
      {source.progress !== null && <SyncProgressBar source={source.id} progress={source.progress} />}
      <SourceProblems source={source} askable={askable} />
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-ink-3">{label}</dt>
      <dd className="font-medium text-base tabular-nums">{children}</dd>
    </div>
  );
}
