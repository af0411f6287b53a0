import { isJsonObject, type Json, memberOf } from "../values/json.ts";

/** Whether two values say the same; the order of keys says nothing. */
export function equalJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => equalJson(item, other[at] ?? null));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const value = memberOf(other, name);
      return value !== undefined && equalJson(one[name] ?? null, value);
    })
  );
}
