import { isJsonObject, type Json, type JsonObject, valueAt } from "./json.ts";
import { readKeyNames } from "./key-path.ts";
import { formatValue } from "./value-snippet.ts";
import type { ValueKey } from "./values.ts";

/** Characters of a default that can be read at a glance. */
const GLANCE = 60;
/** Characters of all defaults of a page that are written out. */
const MAX_TOTAL = 256 * 1024;

/** The default of a key as it is, where the line the key has of it is only its beginning, hard to read, or words instead. */
export function fullDefault(key: Pick<ValueKey, "default">, value: Json | undefined): string | null {
  const line = key.default;
  if (line === null || value === undefined || typeof value === "number" || typeof value === "boolean")
    return null;
  if (value === null || (isJsonObject(value) && Object.keys(value).length === 0)) return null;
  if (typeof value === "string") {
    // An old boolean is written as it stands, without quotation marks.
    const whole = JSON.stringify(value) === line && !value.includes("\n") && value.length <= GLANCE;
    return whole || value === line || value === "" ? null : value;
  }
  const json = JSON.stringify(value);
  if (json === line && json.length <= GLANCE) return null;
  return formatValue(value);
}

/** Of many keys, by path, as many as one page can bear. */
export function readFullDefaults(keys: readonly ValueKey[], values: JsonObject): ReadonlyMap<string, string> {
  const full = new Map<string, string>();
  let room = MAX_TOTAL;
  for (const key of keys) {
    const text = fullDefault(key, valueAt(values, readKeyNames(key.path)));
    if (text === null || text.length > room) continue;
    room -= text.length;
    full.set(key.path, text);
  }
  return full;
}
