import type { ChartDependency } from "../metadata.ts";
import { isMap, type YamlMap } from "../yaml-fields.ts";

/** Whether Helm installs a dependency when nothing is set, and what decides it. */
export interface DefaultState {
  readonly enabled: boolean;
  /** `always`: nothing can leave it out. `unset`: it has a condition or tags, of which the values say nothing. */
  readonly by: "always" | "condition" | "tags" | "unset";
  /** The values key that decides, as one sets it; null if none does. */
  readonly key: string | null;
}

/** Names in a key; `--set` itself allows 30. */
const MAX_NAMES = 30;

/**
 * As Helm does it (`processDependencyTags`, then `processDependencyConditions` in `pkg/chart/v2/util/dependencies.go`): the first
 * condition that is true or false in the values decides; else the tags, of which one that is true is enough.
 * `values` are the default values of the chart with its subcharts; `prefix` is what stands before the keys of the chart that
 * has the dependency: `redis.`, or nothing.
 */
export function enabledByDefault(
  { condition, tags }: Pick<ChartDependency, "condition" | "tags">,
  values: YamlMap,
  prefix = "",
): DefaultState {
  for (const path of (condition ?? "").trim().split(",")) {
    if (path === "") continue;
    const value = valueAt(values, prefix + path);
    if (typeof value === "boolean") return { enabled: value, by: "condition", key: prefix + path };
  }
  const table = isMap(values.tags) ? values.tags : {};
  const told = tags.filter((tag) => typeof own(table, tag) === "boolean");
  const decisive = told.find((tag) => own(table, tag) === true) ?? told[0];
  if (decisive !== undefined) {
    return { enabled: own(table, decisive) === true, by: "tags", key: `tags.${decisive}` };
  }
  const open = condition !== null || tags.length > 0;
  return { enabled: true, by: open ? "unset" : "always", key: null };
}

/** Helm parts a condition at every dot, and knows no escape. */
function valueAt(values: YamlMap, path: string): unknown {
  const names = path.split(".");
  if (names.length > MAX_NAMES) return undefined;
  let value: unknown = values;
  for (const name of names) value = isMap(value) ? own(value, name) : undefined;
  return value;
}

/** Attack: a condition `constructor.name` is no key that anybody set. */
function own(map: YamlMap, name: string): unknown {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
