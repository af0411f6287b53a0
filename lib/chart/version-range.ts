import semver from "semver";
import { parseVersion } from "./version.ts";

/** What versions somebody wants, as Helm reads it. */
export interface VersionRange {
  /** As written. */
  readonly text: string;
  /** Whether Helm takes this version; one that is no semantic version never. */
  holds(version: string): boolean;
}

/** Characters of a range; the longest of 801 real charts has 14. */
const MAX_RANGE = 500;

const HYPHEN = /^([^\s,]+) +- +([^\s,]+)$/;
const COMPARATORS = /(?:[=<>!~^]{1,2}\s*)?[^\s,=<>!~^]+/g;
const COMPARATOR =
  /^(=>|=<|>=|<=|==|!=|~>|[=<>^~]|)\s*v?((?:\d{1,16}|[xX*])(?:\.(?:\d{1,16}|[xX*])){0,2})(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** Operators as node's semver has them. */
const SPELLINGS = new Map([
  ["=>", ">="],
  ["=<", "<="],
  ["==", "="],
  ["~>", "~"],
  ["!=", "="],
]);

type Condition = (version: semver.SemVer) => boolean;

/**
 * Reads a range as Helm's semver library does (Masterminds/semver, `constraints.go`): a comparison that names no prerelease
 * takes none, one that does takes those of every version; no text is any version. Null if it cannot be read.
 */
export function parseVersionRange(text: string): VersionRange | null {
  if (text.length > MAX_RANGE) return null;
  const alternatives: (readonly Condition[])[] = [];
  for (const alternative of text.split("||")) {
    const conditions = parseAlternative(alternative.trim());
    if (conditions === null) return null;
    alternatives.push(conditions);
  }
  return {
    text,
    holds(version) {
      const parsed = parseVersion(version);
      return parsed !== null && alternatives.some((all) => all.every((condition) => condition(parsed)));
    },
  };
}

/** Comparisons that all must hold, with commas or only space between them. */
function parseAlternative(text: string): readonly Condition[] | null {
  if (text === "") return [parseComparator("*")].filter((one) => one !== null);
  const [hyphen, first, last] = HYPHEN.exec(text) ?? [];
  if (hyphen === undefined && !/^[\s,]*$/.test(text.replace(COMPARATORS, ""))) return null;
  const comparators = hyphen === undefined ? (text.match(COMPARATORS) ?? []) : [`>=${first}`, `<=${last}`];
  const conditions = comparators.map(parseComparator);
  const read = conditions.filter((one) => one !== null);
  return read.length === 0 || read.length < conditions.length ? null : read;
}

function parseComparator(text: string): Condition | null {
  const [match, operator = "", numbers = "", prerelease = ""] = COMPARATOR.exec(text) ?? [];
  if (match === undefined) return null;
  // `1.2-rc.1` is a version to Helm, and none to semver itself.
  const version = prerelease === "" ? numbers.replace(/[xX*].*$/, "*") : wholeVersion(numbers) + prerelease;
  const range = parseRange((SPELLINGS.get(operator) ?? operator) + version);
  if (range === null) return null;
  return (candidate) => {
    if (candidate.prerelease.length > 0 && prerelease === "") return false;
    return range.test(candidate) === (operator !== "!=");
  };
}

function wholeVersion(numbers: string): string {
  const [major = "0", minor = "0", patch = "0"] = numbers.split(".");
  return `${major}.${minor}.${patch}`;
}

function parseRange(comparator: string): semver.Range | null {
  try {
    return new semver.Range(comparator, { includePrerelease: true });
  } catch {
    return null;
  }
}
