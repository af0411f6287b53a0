import { isJsonObject, type Json, memberOf } from "../values/json.ts";

/** Gives equal values equal numbers, and different ones different ones; the order of names in a mapping does not count. */
export type ValueIdentity = (value: Json) => number;

/**
 * Numbers that stand for values. What was looked at is remembered. Attack: aliases make a small file stand for a large tree
 * whose parts are one and the same object; each is looked at once.
 */
export function createValueIdentity(): ValueIdentity {
  const numbers = new Map<string, number>();
  const known = new WeakMap<object, number>();

  function numberOf(value: Json): number {
    if (typeof value !== "object" || value === null) return intern(scalarText(value));
    const before = known.get(value);
    if (before !== undefined) return before;
    const number = intern(
      isJsonObject(value)
        ? `{${Object.keys(value)
            .sort()
            .map((name) => `${JSON.stringify(name)}:${numberOf(memberOf(value, name) ?? null)}`)
            .join()}}`
        : `[${value.map(numberOf).join()}]`,
    );
    known.set(value, number);
    return number;
  }

  function intern(text: string): number {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  }

  return numberOf;
}

/** Not JSON, in which infinity is null. */
function scalarText(value: null | boolean | number | string): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
