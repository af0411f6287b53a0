const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS = [
  { unit: "year", ms: 365 * DAY },
  { unit: "month", ms: 30 * DAY },
  { unit: "week", ms: 7 * DAY },
  { unit: "day", ms: DAY },
  { unit: "hour", ms: HOUR },
  { unit: "minute", ms: MINUTE },
] as const;

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });
const grouped = new Intl.NumberFormat("en");
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** `3 days ago`, `in 2 hours`; under a minute, `just now`. Null if the text is not a date. `now` is in ms. */
export function formatRelativeTime(iso: string, now: number): string | null {
  const age = now - Date.parse(iso);
  if (Number.isNaN(age)) return null;
  const largest = UNITS.find(({ ms }) => Math.abs(age) >= ms);
  if (largest === undefined) return "just now";
  return relative.format(-Math.sign(age) * Math.floor(Math.abs(age) / largest.ms), largest.unit);
}

/** `19 Nov 2026, 14:03 UTC`: the same for every reader, so that server and browser agree. Null if the text is not a date. */
export function formatExactTime(iso: string): string | null {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : `${exact.format(time)} UTC`;
}

/** `12,345`. */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** `1 chart`, `12,345 charts`; the plural is the singular and an s unless given. */
export function formatQuantity(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A duration in its largest unit and the next: `45 s`, `2 min 10 s`, `1 h 5 min`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return joinParts(`${minutes} min`, seconds % 60, "s");
  return joinParts(`${formatCount(Math.floor(minutes / 60))} h`, minutes % 60, "min");
}

/** A size in decimal units, as registries and disks count: `17.8 kB`. */
export function formatBytes(bytes: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${BYTE_UNITS[power]}`;
}

function joinParts(first: string, rest: number, unit: string): string {
  return rest === 0 ? first : `${first} ${rest} ${unit}`;
}
