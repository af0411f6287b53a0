import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { keyNames } from "../key-names.ts";

/** How many keys each key holds, at any depth. */
export function countInnerKeys(keys: readonly DocumentedKey[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of keys) {
    const names = keyNames(path);
    let around = "";
    for (const name of names.slice(0, -1)) {
      around += around === "" ? name : `.${name}`;
      counts.set(around, (counts.get(around) ?? 0) + 1);
    }
  }
  return counts;
}
