import type { ReleaseSummary } from "#lib/catalog/catalog.ts";

/** Releases over time: a line for each major version, a point for each release or for a few beside each other. */
export interface Timeline {
  /** The newest first. */
  readonly lanes: readonly TimelineLane[];
  readonly years: readonly TimelineYear[];
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Releases with a date, which are all that is drawn. */
  readonly releases: number;
}

/** One major version, or what came before those that have a line of their own. */
export interface TimelineLane {
  readonly title: string;
  readonly points: readonly TimelinePoint[];
}

/** What was released at about one time. */
export interface TimelinePoint {
  /** From the left, in percent. */
  readonly x: number;
  /** The newest version of them. */
  readonly release: ReleaseSummary;
  /** How many they are. */
  readonly count: number;
  readonly oldest: string;
  /** Whether the version the page is about is among them. */
  readonly current: boolean;
}

/** Where a year begins. */
interface TimelineYear {
  readonly year: number;
  readonly x: number;
}

const MAX_LANES = 6;
/** Points side by side: 5,000 releases in a month are no more of them. */
const STEPS = 120;
const MAX_YEARS = 8;
const MARGIN = 1.5;

/** Null where there is nothing to see: fewer than three releases have a date, or all have the same. */
export function planTimeline(versions: readonly ReleaseSummary[], current: ReleaseSummary): Timeline | null {
  const dated = versions.flatMap((release) =>
    release.created === null || release.channel === "other"
      ? []
      : [{ release, time: Date.parse(release.created) }],
  );
  const times = dated.map(({ time }) => time).sort((a, b) => a - b);
  const [from = 0, to = 0] = [times[0], times.at(-1)];
  if (dated.length < 3 || from === to) return null;
  const placeOf = (time: number) => (time - from) / (to - from);
  const byMajor = Map.groupBy(dated, ({ release }) => majorOf(release.version));
  const majors = [...byMajor.keys()].sort((a, b) => b - a);
  const own = majors.length > MAX_LANES ? majors.slice(0, MAX_LANES - 1) : majors;
  const older = majors.slice(own.length);
  const lanes = own.map((major) => lane(`${major}.x`, byMajor.get(major) ?? []));
  if (older.length > 0)
    lanes.push(
      lane(
        `up to ${older[0]}.x`,
        older.flatMap((major) => byMajor.get(major) ?? []),
      ),
    );

  function lane(title: string, releases: typeof dated): TimelineLane {
    const steps = Map.groupBy(releases, ({ time }) => Math.round(placeOf(time) * STEPS));
    const points = [...steps.values()].map((group) => pointOf(group, current, placeOf));
    return { title, points: points.sort((a, b) => a.x - b.x) };
  }
  return {
    lanes,
    years: yearsBetween(from, to, placeOf),
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    releases: dated.length,
  };
}

/** Of several the newest version stands for all: that of the list's order, newest first. */
function pointOf(
  group: readonly { readonly release: ReleaseSummary; readonly time: number }[],
  current: ReleaseSummary,
  placeOf: (time: number) => number,
): TimelinePoint {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError("a group of nothing");
  return {
    x: inside(placeOf(first.time)),
    release: first.release,
    count: group.length,
    oldest: last.release.version,
    current: group.some(({ release }) => release.tag === current.tag),
  };
}

function yearsBetween(from: number, to: number, placeOf: (time: number) => number): readonly TimelineYear[] {
  const first = new Date(from).getUTCFullYear() + 1;
  const last = new Date(to).getUTCFullYear();
  const every = Math.max(1, Math.ceil((last - first + 1) / MAX_YEARS));
  const years: TimelineYear[] = [];
  for (let year = first; year <= last; year += every)
    years.push({ year, x: inside(placeOf(Date.UTC(year, 0, 1))) });
  return years;
}

/** In percent, with room for the point itself at both ends. */
function inside(place: number): number {
  return Math.round((MARGIN + place * (100 - 2 * MARGIN)) * 100) / 100;
}

function majorOf(version: string): number {
  return Number(/^v?(\d{1,15})/.exec(version)?.[1] ?? 0);
}
