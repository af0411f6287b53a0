import type { ChartText } from "../chart-content.ts";
import { escapeKeyName } from "./key-path.ts";
import { createValueTexts, type ValueTexts } from "./value-texts.ts";
import type { ValueKey } from "./values.ts";

/** The values a chart has by default: its own, and what the charts around it set instead. */
export interface ValueScope {
  /** With their paths as the chart itself knows them. */
  readonly keys: readonly ValueKey[];
  readonly textOf: ValueTexts;
  /** The file a key of `keys` is written in. */
  readonly fileOf: (key: ValueKey) => string;
}

const GLOBAL = "global.";

/** What a values.yaml alone says; `keys` are those it holds. */
export function ownScope(values: ChartText | null, keys: readonly ValueKey[]): ValueScope {
  const file = values?.path ?? "";
  return { keys, textOf: createValueTexts(values?.text ?? "", keys), fileOf: () => file };
}

/** A subchart's values where `outer` has it under `name`: what stands there is instead of its own, as are globals. */
export function innerScope(outer: ValueScope, name: string, own: ValueScope): ValueScope {
  const prefix = prefixOf(name);
  const keys = new Map(own.keys.map((key) => [key.path, key]));
  const set = new Map<ValueKey, ValueKey>();
  for (const key of outer.keys) {
    if (!key.path.startsWith(prefix)) continue;
    const path = key.path.slice(prefix.length);
    const moved = { ...key, path };
    set.set(moved, key);
    keys.set(path, moved);
  }
  const textOf: ValueTexts = (asked) => {
    const global = typeof asked === "string" && asked.startsWith(GLOBAL) ? outer.textOf(asked) : null;
    if (global !== null) return global;
    const key = typeof asked === "string" ? keys.get(asked) : asked;
    const outerKey = key === undefined ? undefined : set.get(key);
    return outerKey === undefined ? own.textOf(key) : outer.textOf(outerKey);
  };
  const fileOf = (key: ValueKey) => {
    const outerKey = set.get(key);
    return outerKey === undefined ? own.fileOf(key) : outer.fileOf(outerKey);
  };
  return { keys: [...keys.values()], textOf, fileOf };
}

/** Without what a chart sets for the subcharts of these names. */
export function withoutSubcharts(scope: ValueScope, names: readonly string[]): ValueScope {
  const prefixes = names.map(prefixOf);
  if (prefixes.length === 0) return scope;
  return { ...scope, keys: scope.keys.filter(({ path }) => !prefixes.some((one) => path.startsWith(one))) };
}

/** What stands before a subchart's keys in its parent's, for a name as it is. */
export function prefixOf(name: string): string {
  return `${escapeKeyName(name)}.`;
}
