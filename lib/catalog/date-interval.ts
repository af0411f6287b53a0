const ABSOLUTE = /^(>=?|<=?|=)?(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;
const RELATIVE = /^(>=?|<=?)?(\d{1,4})([dwmy])$/;
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };
const DAY_SECONDS = 86_400;
const FIRST_YEAR = 1970;
/** After every date. */
const NO_END = 1e15;

/** Moments from `from` on, and before `below`, in seconds since 1970. */
export interface DateInterval {
  readonly from: number;
  readonly below: number;
}

/**
 * What `2026`, `2026-03`, `2026-03-15` (that year, month or day, in UTC), `>2026-01` (after it: from February on), `>=`,
 * `<`, `<=`, `30d`, `2w`, `6m`, `1y` or `>30d` (later than 30 days ago) and `<1y` (earlier than a year ago) asks for.
 * `now` in ms since 1970. A month that is counted has 30 days, a year 365. Null if it is none of these.
 */
export function dateInterval(text: string, now: number): DateInterval | null {
  const relative = RELATIVE.exec(text);
  if (relative !== null) {
    const [, comparison = ">", count, unit = ""] = relative;
    const moment = Math.floor(now / 1000) - Number(count) * (DAYS[unit] ?? 0) * DAY_SECONDS;
    return comparison.startsWith(">") ? { from: moment, below: NO_END } : { from: 0, below: moment };
  }
  const [, comparison, year, month, day] = ABSOLUTE.exec(text) ?? [];
  const period = year === undefined ? null : periodOf(Number(year), month, day);
  if (period === null) return null;
  switch (comparison) {
    case ">=":
      return { from: period.from, below: NO_END };
    case ">":
      return { from: period.below, below: NO_END };
    case "<=":
      return { from: 0, below: period.below };
    case "<":
      return { from: 0, below: period.from };
    default:
      return period;
  }
}

/** A year, a month or a day, or null if there is none such. */
function periodOf(year: number, month?: string, day?: string): DateInterval | null {
  const [monthIndex, date] = [Number(month ?? 1) - 1, Number(day ?? 1)];
  const from = new Date(Date.UTC(year, monthIndex, date));
  // A 13th month or a 30th of February is in another month.
  if (year < FIRST_YEAR || from.getUTCMonth() !== monthIndex) return null;
  const below =
    day !== undefined
      ? Date.UTC(year, monthIndex, date + 1)
      : month !== undefined
        ? Date.UTC(year, monthIndex + 1)
        : Date.UTC(year + 1, 0);
  return { from: from.getTime() / 1000, below: below / 1000 };
}
