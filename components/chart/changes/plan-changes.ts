import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import type { ReleaseChanges } from "#lib/catalog/chart-relations.ts";

/** Releases on one page. */
const PAGE = 30;

/** A release, and the one before it. */
export interface ChangedRelease {
  readonly release: ReleaseSummary;
  readonly before: ReleaseSummary | null;
}

/** A page of releases, from the one that is shown to older ones. */
export interface ChangesPage {
  readonly releases: readonly ChangedRelease[];
  readonly page: number;
  readonly pages: number;
  /** How many are newer than the one shown. */
  readonly newer: number;
}

/** Which releases a page is about; what is no version or could not be read is left out, but for the one shown. */
export function planChanges(
  versions: readonly ReleaseSummary[],
  current: ReleaseSummary,
  page: number,
): ChangesPage {
  const readable = versions.filter(
    (one) => one.tag === current.tag || (one.error === null && one.channel !== "other"),
  );
  const newer = Math.max(
    0,
    readable.findIndex((one) => one.tag === current.tag),
  );
  const older = readable.slice(newer);
  const pages = Math.max(1, Math.ceil(older.length / PAGE));
  const shown = Math.min(page, pages);
  const start = (shown - 1) * PAGE;
  return {
    releases: older
      .slice(start, start + PAGE)
      .map((release, index) => ({ release, before: older[start + index + 1] ?? null })),
    page: shown,
    pages,
    newer,
  };
}

/** The element of a release's entry: `v1.2.3`. */
export function entryId(version: string): string {
  return `v${version}`;
}

/** By tag, as the catalog gives them. */
export function changesByTag(changes: readonly ReleaseChanges[]): ReadonlyMap<string, ReleaseChanges> {
  return new Map(changes.map((one) => [one.tag, one]));
}
