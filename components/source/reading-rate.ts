import type { SyncProgress } from "#lib/catalog/catalog.ts";

/** Before that a rate says nothing, ms. */
const TIME_TO_TRUST = 2_000;

/** Repositories a reading has got through a second, so far; null while that cannot be told. `now` is in ms. */
export function readingRate(progress: SyncProgress, now: number): number | null {
  const elapsed = now - Date.parse(progress.startedAt);
  return elapsed >= TIME_TO_TRUST ? progress.repositoriesDone / (elapsed / 1000) : null;
}
