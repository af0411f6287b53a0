import { Badge } from "#components/ui/badge.tsx";
import { formatCount, formatQuantity } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SourceState } from "#lib/catalog/catalog.ts";
import { parseChartQuery, searchPath } from "#lib/catalog/chart-query.ts";
import { SourceProblems } from "./source-problems.tsx";
import { SyncProgressBar } from "./sync-progress-bar.tsx";

const STATUS = {
  waiting: { tone: "plain", label: "waiting to be read" },
  reading: { tone: "warn", label: "being read" },
  current: { tone: "good", label: "current" },
  failing: { tone: "bad", label: "last reading failed" },
} as const;

/** One registry: what it holds, how old that is, how far a reading is, and what went wrong. */
export function SourceRow({ source }: { source: SourceState }) {
  const status = STATUS[source.status];
  const charts = searchPath(parseChartQuery(new URLSearchParams({ source: source.id })));
  return (
    <li id={source.id} className="scroll-mt-4 border-rule border-b py-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold text-lg">{source.id}</h2>
        <span className="font-mono text-ink-3 text-sm">{source.registry}</span>
        <Badge tone={status.tone}>{status.label}</Badge>
      </div>
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
      <SourceProblems problems={source.problems} />
    </li>
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
