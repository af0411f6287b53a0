const MAX_LENGTH = 60;

/** A value as JSON on one line. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}

/** The same, cut where a sentence would get too long. */
export function toShortJson(value: unknown): string {
  const line = toJson(value);
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
