import type { ValueKey } from "./values.ts";

/** What a key of a values.yaml holds: by the key, or by its path. */
export type ValueTexts = (key: ValueKey | string | undefined) => string | null;

/** Characters of a line in which a value is looked for. */
const MAX_LINE = 500;

/**
 * The texts and numbers that are defaults in a values.yaml: empty for a key without a value, null for what is no text, no
 * key, or longer than `formatDefault` keeps.
 */
export function createValueTexts(text: string, keys: readonly ValueKey[]): ValueTexts {
  const byPath = new Map(keys.map((key) => [key.path, key]));
  const lines = text.split("\n");
  return (asked) => {
    const key = typeof asked === "string" ? byPath.get(asked) : asked;
    if (key?.type === "null") return "";
    if (key === undefined || key.default === null || (key.type !== "string" && key.type !== "number"))
      return null;
    const value = key.type === "number" ? key.default : parseText(key.default);
    return value ?? writtenIn(lines[key.line - 1] ?? "");
  };
}

function parseText(json: string): string | null {
  if (!json.startsWith('"')) return null;
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === "string" ? text.trim() : null;
  } catch {
    return null;
  }
}

/** helm-docs lets the author put words in the default's place; then the line itself says it. */
function writtenIn(line: string): string | null {
  const [, value] = /:\s{1,9}["']?([^"'\s#]*)["']?\s*(?:#.*)?$/.exec(line.slice(0, MAX_LINE)) ?? [];
  return value ?? null;
}
