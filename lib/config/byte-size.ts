const UNITS: Readonly<Record<string, number>> = { MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };

/** `500MiB`, `20GiB` or `1TiB` in bytes; null for anything else. */
export function parseByteSize(text: string): number | null {
  const [, count, unit = ""] = /^(\d{1,6})([MGT]iB)$/.exec(text) ?? [];
  const factor = UNITS[unit];
  return count === undefined || factor === undefined ? null : Number(count) * factor;
}
