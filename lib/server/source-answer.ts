import "server-only";
import type { FailedReleases, SourceState } from "../catalog/catalog.ts";
import { chartPath } from "../catalog/chart-path.ts";

/** A source as `/api/v1/sources/<source>` gives it: its state, and its failed releases by cause. */
export function formatSource(state: SourceState, failed: FailedReleases) {
  return {
    ...state,
    failures: failed.causes.map(({ code, count, remedy, examples }) => ({
      code,
      count,
      remedy,
      releases: examples.map(({ id, version, reason }) => ({
        repository: id.repository,
        version,
        reason,
        url: chartPath(id, version),
      })),
    })),
  };
}
