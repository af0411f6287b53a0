import type { Json } from "./json.ts";

const known = new WeakMap<object, number>();

/** Characters of keys and texts, and one for each value: shared parts count wherever they stand, and are looked at once. */
export function sizeOf(value: Json): number {
  if (typeof value === "string") return value.length + 1;
  if (typeof value !== "object" || value === null) return 1;
  const size = known.get(value);
  if (size !== undefined) return size;
  let sum = 1;
  if (Array.isArray(value)) for (const item of value) sum += sizeOf(item);
  else for (const [name, item] of Object.entries(value)) sum += name.length + sizeOf(item);
  known.set(value, sum);
  return sum;
}
