/** A value as Helm hands it to templates. A key may be called `__proto__`: it is a key like others here, and read so only from entries. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A mapping of values. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is a mapping. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a mapping has under a name of its own; `constructor` is none it inherits. */
export function memberOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** What stands at these names from the top; undefined if nothing does. */
export function valueAt(values: JsonObject, names: readonly string[]): Json | undefined {
  let value: Json | undefined = values;
  for (const name of names) value = isJsonObject(value) ? memberOf(value, name) : undefined;
  return value;
}
