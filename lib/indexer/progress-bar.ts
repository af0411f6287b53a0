import type { SyncProgress } from "../catalog/catalog.ts";

const WIDTH = 24;

/** Time left in ms, from how long what is done has taken; null before anything can be told. */
function timeLeft(progress: SyncProgress, now: number): number | null {
  const { repositoriesDone: done, repositoriesTotal: total } = progress;
  if (total === null || done === 0) return null;
  return ((now - Date.parse(progress.startedAt)) / done) * (total - done);
}

/** One line for a terminal: bar, counts, time left. */
export function renderProgress(name: string, progress: SyncProgress, now: number): string {
  const { repositoriesDone: done, repositoriesTotal: total, releasesRead } = progress;
  if (total === null) {
    const soFar = done === 0 ? "" : `  ${done} read so far, ${releasesRead} releases`;
    return `${name}  listing repositories …${soFar}`;
  }
  const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
  const left = timeLeft(progress, now);
  const remaining = left === null ? "" : `, ${Math.ceil(left / 1000)} s left`;
  return `${name}  ${bar}  ${done} of ${total} repositories, ${releasesRead} releases read${remaining}`;
}
