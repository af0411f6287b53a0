import { compareVersions } from "../chart/version.ts";
import { parseVersionRange } from "../chart/version-range.ts";
import type { ReleaseSummary } from "./catalog.ts";
import type { VersionListQuery } from "./version-list-query.ts";

/** Versions that fulfil a query. */
export interface VersionList {
  readonly versions: readonly ReleaseSummary[];
  /** Whether the range cannot be read; then it is as if there were none. */
  readonly rangeUnreadable: boolean;
}

/** The versions a query asks for, in its order. `versions` are newest first. */
export function listVersions(versions: readonly ReleaseSummary[], query: VersionListQuery): VersionList {
  const range = query.range === "" ? null : parseVersionRange(query.range);
  const rangeUnreadable = query.range !== "" && range === null;
  const app = query.app.toLowerCase();
  const found = versions.filter(
    (release) =>
      (query.channel === null || release.channel === query.channel) &&
      (range === null || range.holds(release.version)) &&
      (app === "" || (release.appVersion ?? "").toLowerCase().includes(app)),
  );
  return { versions: ordered(found, query), rangeUnreadable };
}

/** What a version is compared with to see what is new in it: the next older one that can be read, and is as stable. */
export function previousVersions(
  versions: readonly ReleaseSummary[],
): ReadonlyMap<ReleaseSummary, ReleaseSummary> {
  const previous = new Map<ReleaseSummary, ReleaseSummary>();
  let [older, olderStable]: [ReleaseSummary | null, ReleaseSummary | null] = [null, null];
  for (const release of versions.toReversed()) {
    if (release.error !== null || release.channel === "other") continue;
    const before = release.channel === "stable" ? (olderStable ?? older) : older;
    if (before !== null) previous.set(release, before);
    older = release;
    if (release.channel === "stable") olderStable = release;
  }
  return previous;
}

/** Stable, so that equal things stay newest first, or oldest first; what has no date or app version comes last. */
function ordered(
  versions: readonly ReleaseSummary[],
  { order, ascending }: VersionListQuery,
): readonly ReleaseSummary[] {
  const list = ascending ? versions.toReversed() : versions;
  if (order === "version") return list;
  const key = order === "app" ? "appVersion" : "created";
  const compare = order === "app" ? compareVersions : compareText;
  return [
    ...list
      .filter((release) => release[key] !== null)
      .sort((a, b) => compare(a[key] ?? "", b[key] ?? "") * (ascending ? 1 : -1)),
    ...list.filter((release) => release[key] === null),
  ];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
