import { isJsonObject, type Json, type JsonObject, memberOf } from "./json.ts";

const GLOBAL = "global";

/**
 * A subchart's own values below what the charts around it set (Helm's `coalesceValues`): what is set counts, mappings key by
 * key, and `null` removes what the subchart has there. A null of its own is none. Under the names of its own subcharts
 * nulls stay, for they are said to those.
 */
export function coalesceChart(set: JsonObject, own: JsonObject, subcharts: ReadonlySet<string>): JsonObject {
  const entries = new Map(Object.entries(set));
  for (const [name, below] of Object.entries(own)) {
    const above = entries.get(name);
    if (below === null) continue;
    if (above === undefined) entries.set(name, below);
    else if (above === null) entries.delete(name);
    else if (isJsonObject(above) && isJsonObject(below)) {
      entries.set(name, coalesce(above, below, subcharts.has(name)));
    }
  }
  return Object.fromEntries(entries);
}

/** What a subchart gets: what is set for it, and the globals around it over its own. */
export function withGlobals(set: JsonObject, globals: Json | undefined = {}): JsonObject {
  const inner = memberOf(set, GLOBAL) ?? {};
  if (!isJsonObject(globals) || !isJsonObject(inner)) return set;
  const entries = new Map(Object.entries(inner));
  for (const [name, given] of Object.entries(globals)) {
    const below = entries.get(name);
    if (isJsonObject(given) && isJsonObject(below)) entries.set(name, coalesce(given, below, true));
    else if (below === undefined || isJsonObject(given) === isJsonObject(below)) entries.set(name, given);
  }
  return Object.fromEntries([...Object.entries(set), [GLOBAL, Object.fromEntries(entries)]]);
}

/** Helm's `coalesceTables`: nulls in `over` remove what is there, or stay where another chart is still to read them. */
function coalesce(over: JsonObject, under: JsonObject, keepNulls: boolean): JsonObject {
  const entries = new Map(Object.entries(over));
  for (const [name, above] of Object.entries(over)) {
    const below = memberOf(under, name);
    if (above === null && below != null && !keepNulls) entries.delete(name);
    else if (isJsonObject(above) && isJsonObject(below)) entries.set(name, coalesce(above, below, keepNulls));
  }
  for (const [name, below] of Object.entries(under)) {
    if (memberOf(over, name) === undefined) entries.set(name, below);
  }
  return Object.fromEntries(entries);
}
