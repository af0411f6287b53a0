import { type VersionInterval, versionInterval } from "./version-number.ts";

/** The Kubernetes versions a chart is for: `from` is the first, `below` the first too new, both as `versionNumber` counts. */
export interface KubeRange extends VersionInterval {
  /** As written. */
  readonly text: string;
}

/** Characters of a range; the longest of 801 real charts has 12. */
const MAX_RANGE = 500;

const HYPHEN = /^([^\s,]+) +- +([^\s,]+)$/;
const COMPARATORS = /(?:[=<>!~^]{1,2}\s*)?[^\s,=<>!~^]+/g;
const COMPARATOR =
  /^(=>|=<|>=|<=|==|!=|~>|[=<>^~]|)\s*v?((?:\d+|[xX*])(?:\.(?:\d+|[xX*])){0,2})(-[\w.-]+)?(?:\+[\w.-]+)?$/;

/** Operators with two spellings. */
const SPELLINGS = new Map([
  ["=>", ">="],
  ["=<", "<="],
  ["==", "="],
  ["~>", "~"],
]);

/** `>1.2.3-0` lets 1.2.3 in, which comes after all its prereleases, and `<=1.2.3-0` does not. */
const OF_PRERELEASE = new Map([
  [">", ">="],
  ["<=", "<"],
]);

/**
 * Reads `kubeVersion` as Helm's semver library does (Masterminds/semver, `constraints.go`), as the smallest interval
 * around all it allows: `>=1.19 <1.22 || >=1.25` gives all from 1.19 on. Null for no range and for one that cannot be
 * read. A range that nothing fits is 0 up to 0.
 */
export function parseKubeRange(text: string | null): KubeRange | null {
  if (text === null || text.length > MAX_RANGE) return null;
  const fitting: VersionInterval[] = [];
  for (const alternative of text.split("||")) {
    const interval = parseAlternative(alternative.trim());
    if (interval === null) return null;
    if (interval.from < interval.below) fitting.push(interval);
  }
  if (fitting.length === 0) return { text, from: 0, below: 0 };
  const from = Math.min(...fitting.map((interval) => interval.from));
  const below = Math.max(...fitting.map((interval) => interval.below));
  return { text, from, below };
}

/** Comparisons that all must hold, with commas or only space between them. */
function parseAlternative(text: string): VersionInterval | null {
  const [hyphen, first, last] = HYPHEN.exec(text) ?? [];
  if (hyphen !== undefined) return parseAll([`>=${first}`, `<=${last}`]);
  if (!/^[\s,]*$/.test(text.replace(COMPARATORS, ""))) return null;
  return parseAll(text.match(COMPARATORS) ?? []);
}

function parseAll(comparators: readonly string[]): VersionInterval | null {
  if (comparators.length === 0) return null;
  const intervals: VersionInterval[] = [];
  for (const comparator of comparators) {
    const interval = parseComparator(comparator);
    if (interval === null) return null;
    intervals.push(interval);
  }
  return {
    from: Math.max(...intervals.map(({ from }) => from)),
    below: Math.min(...intervals.map(({ below }) => below)),
  };
}

function parseComparator(text: string): VersionInterval | null {
  const [match, written = "", version = "", prerelease] = COMPARATOR.exec(text) ?? [];
  if (match === undefined) return null;
  const operator = SPELLINGS.get(written) ?? written;
  const numbers = version.replace(/\.?[xX*].*$/, "");
  // What `!=` leaves out is not left out: an interval has no holes.
  if (numbers === "" || operator === "!=") return versionInterval(">=0");
  const plain = prerelease === undefined ? operator : (OF_PRERELEASE.get(operator) ?? operator);
  return versionInterval(plain + numbers);
}
