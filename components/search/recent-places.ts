import { parseChartQuery, searchPath } from "#lib/catalog/chart-query.ts";

/** Where somebody has been: a chart, or a search that led somewhere. */
export interface RecentPlace {
  readonly label: string;
  /** Of a chart or of a search; nothing else is kept. */
  readonly href: string;
}

const KEY = "chartroom.recent";
const MAX_PLACES = 12;
const PLACE = /^\/(?:charts\/|\?)/;

/** The most recent first; none if the browser keeps nothing. */
export function readRecent(): readonly RecentPlace[] {
  try {
    return parseRecent(JSON.parse(window.localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return [];
  }
}

/** Puts a place first. It stays in this browser. */
export function rememberPlace(place: RecentPlace): void {
  const others = readRecent().filter(({ href }) => href !== place.href);
  store([place, ...others].slice(0, MAX_PLACES));
}

/** Forgets all of them. */
export function forgetPlaces(): void {
  store([]);
}

/** A search, as it is remembered. */
export function searchPlace(text: string): RecentPlace {
  return { label: text, href: searchPath(parseChartQuery(new URLSearchParams({ q: text }))) };
}

/** What is a place in a list of anything: other pages of this host write into the same store. */
export function parseRecent(stored: unknown): readonly RecentPlace[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(isPlace).slice(0, MAX_PLACES);
}

function isPlace(value: unknown): value is RecentPlace {
  if (typeof value !== "object" || value === null) return false;
  const { label, href } = value as { label?: unknown; href?: unknown };
  return typeof label === "string" && typeof href === "string" && PLACE.test(href);
}

function store(places: readonly RecentPlace[]): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(places));
  } catch {
    // A browser that keeps nothing has no recent places.
  }
}
