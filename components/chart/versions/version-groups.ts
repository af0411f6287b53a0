import type { ReleaseSummary } from "#lib/catalog/catalog.ts";

/** Versions of one kind, newest first. */
export interface VersionGroup {
  readonly title: string;
  readonly releases: readonly ReleaseSummary[];
}

const TITLES = { stable: "Stable", prerelease: "Prereleases", other: "Other tags" } as const;

/** The newest versions by kind, and the current one whatever its age; at most `limit` of them and the current one. */
export function groupVersions(
  versions: readonly ReleaseSummary[],
  current: ReleaseSummary,
  limit: number,
): readonly VersionGroup[] {
  const newest = versions.filter((release, index) => index < limit || release.tag === current.tag);
  return (["stable", "prerelease", "other"] as const)
    .map((channel) => ({
      title: TITLES[channel],
      releases: newest.filter((release) => release.channel === channel),
    }))
    .filter((group) => group.releases.length > 0);
}

/** The version a person should usually take: the newest stable, else the newest. `versions` are newest first. */
export function newestOf(versions: readonly ReleaseSummary[]): ReleaseSummary | null {
  return versions.find((release) => release.channel === "stable") ?? versions[0] ?? null;
}
