import type { SyncProgress } from "#lib/catalog/catalog.ts";

/** Before this share of the work is done, the rate says nothing. */
const SHARE_TO_TRUST = 0.02;

/** Time a reading will still take at its pace so far, ms; null while that cannot be told. `now` is in ms. */
export function estimateTimeLeft(progress: SyncProgress, now: number): number | null {
  const { repositoriesDone: done, repositoriesTotal: total } = progress;
  const elapsed = now - Date.parse(progress.startedAt);
  if (total === null || total === 0 || done / total < SHARE_TO_TRUST || !(elapsed > 0)) return null;
  return (elapsed / done) * (total - done);
}
