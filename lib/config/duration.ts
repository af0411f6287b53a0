const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 };

/** `90s`, `5m` or `1h` in milliseconds; null if the text is none of these. */
export function parseDuration(text: string): number | null {
  const [, digits, unit] = /^(\d{1,9})([smh])$/.exec(text) ?? [];
  if (unit !== "s" && unit !== "m" && unit !== "h") return null;
  return Number(digits) * UNIT_MS[unit];
}
