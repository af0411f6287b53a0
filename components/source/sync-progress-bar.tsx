import { formatCount, formatDuration, formatQuantity } from "#components/ui/format.ts";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { SyncProgress } from "#lib/catalog/catalog.ts";
import { estimateTimeLeft } from "./estimate-time-left.ts";
import { readingRate } from "./reading-rate.ts";

/** How far a reading has come, in repositories, and how long it will still take. */
export function SyncProgressBar({ source, progress }: { source: string; progress: SyncProgress }) {
  const { repositoriesDone, repositoriesTotal, releasesRead } = progress;
  const left = estimateTimeLeft(progress, Date.now());
  const rate = readingRate(progress, Date.now());
  return (
    <div className="mt-3.5 max-w-[40rem]">
      <ProgressBar label={`Reading of ${source}`} done={repositoriesDone} total={repositoriesTotal} />
      {/* The time left goes by between server and browser. */}
      <p className="mt-1.5 text-ink-2 text-sm tabular-nums" suppressHydrationWarning>
        {repositoriesTotal === null
          ? repositoriesDone === 0
            ? "Asking the registry what it holds"
            : `${formatQuantity(repositoriesDone, "repository", "repositories")} so far, more are being listed`
          : `${formatCount(repositoriesDone)} of ${formatQuantity(repositoriesTotal, "repository", "repositories")}`}
        {` · ${formatQuantity(releasesRead, "release")} read`}
        {rate !== null && ` · ${rate.toFixed(1)} repositories a second`}
        {left !== null && ` · about ${formatDuration(left)} left`}
      </p>
    </div>
  );
}
