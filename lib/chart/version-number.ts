const MAJOR = 1e10;
const MINOR = 1e5;
const MAX_PART = 99_999;
/** Above the number of every version. */
const NO_END = 1e15;

const VERSION = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/;
const RANGE = /^(>=?|<=?|[=^~])? ?v?(\d{1,5})(?:\.(\d{1,5}))?(?:\.(\d{1,5}))?(?:\.[x*])?$/;

/** Versions from `from` on, and before `below`; both as `versionNumber` counts. */
export interface VersionInterval {
  readonly from: number;
  readonly below: number;
}

/**
 * A number that orders versions as their first three parts do: `1.2.3` is 10,000,200,003, and `v1.2` and `1.2.0-rc.1`
 * are the same. Null if the text does not begin with a number, or a part is over 99,999.
 */
export function versionNumber(version: string): number | null {
  const match = VERSION.exec(version);
  if (match === null) return null;
  const [major = 0, minor = 0, patch = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return Math.max(major, minor, patch) > MAX_PART ? null : numberOf(major, minor, patch);
}

/**
 * What `7`, `7.2`, `7.x`, `>=7`, `>7` (from 8 on), `<=7.2`, `<8`, `^1.2`, `~1.2` or `=1.2.3` asks for: a version with
 * parts left out is all of those that begin so. Without an upper end, `below` is 1e15. Null if it is none of these.
 */
export function versionInterval(text: string): VersionInterval | null {
  const match = RANGE.exec(text);
  if (match === null) return null;
  const [major = 0, minor = null, patch = null] = match
    .slice(2)
    .map((part) => (part === undefined ? null : Number(part)));
  if (major === null) return null;
  const from = numberOf(major, minor ?? 0, patch ?? 0);
  const next = from + (minor === null ? MAJOR : patch === null ? MINOR : 1);
  switch (match[1]) {
    case ">=":
      return { from, below: NO_END };
    case ">":
      return { from: next, below: NO_END };
    case "<=":
      return { from: 0, below: next };
    case "<":
      return { from: 0, below: from };
    case "~":
      return { from, below: minor === null ? next : numberOf(major, minor + 1, 0) };
    case "^":
      return { from, below: caretEnd(major, minor, patch) };
    default:
      return { from, below: next };
  }
}

/** The first part that is not zero stays, as in npm and Helm. */
function caretEnd(major: number, minor: number | null, patch: number | null): number {
  if (major > 0 || minor === null) return numberOf(major + 1, 0, 0);
  if (minor > 0 || patch === null) return numberOf(major, minor + 1, 0);
  return numberOf(major, minor, patch + 1);
}

function numberOf(major: number, minor: number, patch: number): number {
  return major * MAJOR + minor * MINOR + patch;
}
