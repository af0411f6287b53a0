import { enabledByDefault } from "../dependencies/enabled-by-default.ts";
import { isJsonObject, type Json, type JsonObject, memberOf, valueAt } from "../values/json.ts";
import { readKeyNames } from "../values/key-path.ts";
import type { ModelSubchart, ValuesModel } from "./values-model.ts";

/** The values a chart gets: the user's over its defaults, globals handed down. */
export interface MergedValues {
  readonly values: JsonObject;
  /** Paths of the subcharts that are installed then. */
  readonly installed: ReadonlySet<string>;
}

/** Lays a user's values over the defaults as Helm does: mappings key by key, and null takes a default away. */
export function mergeValues(user: JsonObject, { defaults, subcharts }: ValuesModel): MergedValues {
  let values = laidOver(user, defaults);
  const installed = new Set<string>();
  for (const subchart of subcharts) {
    const names = readKeyNames(subchart.path);
    const around = names.slice(0, -1);
    if (!isInstalled(subchart, values, installed)) continue;
    installed.add(subchart.path);
    values = withGlobals(values, names, globalsAt(values, around));
  }
  return { values, installed };
}

function laidOver(over: JsonObject, under: JsonObject): JsonObject {
  const entries = new Map<string, Json>(Object.entries(under));
  for (const [name, value] of Object.entries(over)) {
    const below = memberOf(under, name);
    if (value === null && below !== undefined) entries.delete(name);
    else entries.set(name, isJsonObject(value) && isJsonObject(below) ? laidOver(value, below) : value);
  }
  return Object.fromEntries(entries);
}

function isInstalled(
  { condition, tags, within }: ModelSubchart,
  values: JsonObject,
  installed: ReadonlySet<string>,
): boolean {
  if (within !== "" && !installed.has(within)) return false;
  return enabledByDefault({ condition, tags }, values, within === "" ? "" : `${within}.`).enabled;
}

function globalsAt(values: JsonObject, names: readonly string[]): JsonObject {
  const around = valueAt(values, names);
  const globals = isJsonObject(around) ? memberOf(around, "global") : undefined;
  return isJsonObject(globals) ? globals : {};
}

/** A subchart has a mapping `global` in any case; what the chart around it sets there counts more than its own. */
function withGlobals(values: JsonObject, names: readonly string[], globals: JsonObject): JsonObject {
  const [name, ...rest] = names;
  if (name === undefined) {
    const own = memberOf(values, "global");
    return { ...values, global: isJsonObject(own) ? laidOver(globals, own) : globals };
  }
  const below = memberOf(values, name);
  if (below !== undefined && below !== null && !isJsonObject(below)) return values;
  const entries = new Map<string, Json>(Object.entries(values));
  entries.set(name, withGlobals(isJsonObject(below) ? below : {}, rest, globals));
  return Object.fromEntries(entries);
}
