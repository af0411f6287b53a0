import semver, { type SemVer } from "semver";
import { parseTag, type Tag } from "../oci/reference.ts";

/** Whether a release is meant for everyone (`stable`), for the curious (`prerelease`), or is no version at all. */
export type Channel = "stable" | "prerelease" | "other";

/** What Helm's semver library takes (Masterminds `NewVersion`): a leading `v`, one or two numbers, leading zeros. */
const LENIENT = /^v?(\d{1,16})(?:\.(\d{1,16}))?(?:\.(\d{1,16}))?((?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;

/** The version a tag stands for: Helm writes `+` as `_`. A tag that is no version even then is kept as it is. */
export function versionOfTag(tag: Tag): string {
  const version = tag.replaceAll("_", "+");
  return parseVersion(version) === null ? tag : version;
}

/** The tag Helm pushes a version under, or null if no tag can hold it. */
export function tagOfVersion(version: string): Tag | null {
  return parseTag(version.replaceAll("+", "_"));
}

/** The channel of a version as it is written. */
export function channelOf(version: string): Channel {
  const parsed = parseVersion(version);
  if (parsed === null) return "other";
  return parsed.prerelease.length === 0 ? "stable" : "prerelease";
}

/**
 * Orders versions from old to new: semver's order, then build metadata, then the text, so that only equal texts are
 * equal. What is not a version is older than every version.
 */
export function compareVersions(a: string, b: string): number {
  const [versionA, versionB] = [parseVersion(a), parseVersion(b)];
  if (versionA === null || versionB === null) {
    return Number(versionA !== null) - Number(versionB !== null) || compareText(a, b);
  }
  return versionA.compare(versionB) || compareBuild(versionA.build, versionB.build) || compareText(a, b);
}

/** What one gets who asks for no version: the newest stable, else the newest prerelease, else the greatest text. */
export function latestOf<T>(items: Iterable<T>, versionOf: (item: T) => string): T | null {
  let latest: { readonly item: T; readonly version: string; readonly stable: boolean } | null = null;
  for (const item of items) {
    const version = versionOf(item);
    const stable = channelOf(version) === "stable";
    const newer =
      latest === null || (stable === latest.stable ? compareVersions(version, latest.version) > 0 : stable);
    if (newer) latest = { item, version, stable };
  }
  return latest?.item ?? null;
}

/** A version as Helm reads it, in semver's own form; null if it is none. */
export function parseVersion(text: string): SemVer | null {
  const match = LENIENT.exec(text);
  if (match === null) return null;
  const [, major = "0", minor = "0", patch = "0", rest = ""] = match;
  return semver.parse(`${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`);
}

// Not SemVer.compareBuild: it stops at identifiers that are equal as numbers (`01` and `1`), and then is no order.
function compareBuild(a: readonly string[], b: readonly string[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = semver.compareIdentifiers(one, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
