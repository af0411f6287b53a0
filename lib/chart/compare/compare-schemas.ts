import { isJsonObject, type Json, type JsonObject } from "../values/json.ts";
import { keyPath } from "../values/key-path.ts";
import { createValueIdentity } from "./value-identity.ts";

/** What a schema says of one key on either side; null where it says nothing. */
export interface SchemaChange {
  /**
   * Of the key, as in values; `[]` stands for each item of a list, `*` for any name. What begins with `#/` is a definition that
   * keys refer to. Empty for the whole.
   */
  readonly path: string;
  readonly from: JsonObject | null;
  readonly to: JsonObject | null;
  /** Whether the key must be set now, and did not have to be. */
  readonly nowRequired: boolean;
}

/** How two schemas differ, in the order of the new one. */
export interface SchemaDifference {
  /** Which sides have a schema. */
  readonly sides: { readonly from: boolean; readonly to: boolean };
  readonly changes: readonly SchemaChange[];
}

/** Characters of a schema; the largest of 801 real ones has 200,000. */
const MAX_SCHEMA = 1024 * 1024;
const MAX_PLACES = 20_000;
const MAX_DEPTH = 60;

/** A schema that cannot be compared, with the reason as a sentence. */
export class SchemaUnreadable extends Error {
  override readonly name = "SchemaUnreadable";
}

/** Compares two values.schema.json by what they say of each key. Throws `SchemaUnreadable`. */
export function compareSchemas(from: string | null, to: string | null): SchemaDifference {
  const sides = { from: from !== null, to: to !== null };
  if (from === to) return { sides, changes: [] };
  const old = from === null ? new Map<string, Place>() : placesOf(parse(from, "old"));
  const fresh = to === null ? new Map<string, Place>() : placesOf(parse(to, "new"));
  const identity = createValueIdentity();
  const changes: SchemaChange[] = [];
  for (const path of new Set([...fresh.keys(), ...old.keys()])) {
    const [one, now] = [old.get(path), fresh.get(path)];
    const nowRequired = now?.required === true && one?.required !== true;
    const same = one !== undefined && now !== undefined && identity(one.own) === identity(now.own);
    if (same && one.required === now.required) continue;
    changes.push({ path, from: one?.own ?? null, to: now?.own ?? null, nowRequired });
  }
  return { sides, changes };
}

function parse(text: string, side: "old" | "new"): Json {
  if (text.length > MAX_SCHEMA) throw new SchemaUnreadable(`The ${side} schema is too large to be compared.`);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  } catch {
    throw new SchemaUnreadable(`The ${side} schema is not valid JSON.`);
  }
}

interface Place {
  /** What is said of the key itself. */
  readonly own: JsonObject;
  readonly required: boolean;
}

/** Where schemas of other keys stand in the schema of a key, and what is put behind the path for it. */
const NAMED: readonly (readonly [keyword: string, before: string])[] = [
  ["properties", ""],
  ["patternProperties", "*"],
  ["definitions", "#/definitions/"],
  ["$defs", "#/$defs/"],
];
const SINGLE: readonly (readonly [keyword: string, suffix: string])[] = [
  ["items", "[]"],
  ["additionalProperties", ".*"],
];

function placesOf(schema: Json): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();

  function add(part: Json, path: string, required: boolean, depth: number): void {
    // Attack: a schema nested 100,000 deep, or of as many keys as fit.
    if (depth > MAX_DEPTH || places.size >= MAX_PLACES) {
      throw new SchemaUnreadable("A schema says too much, or nests too deeply, to be compared.");
    }
    // `true` and `false` are schemas too.
    const whole = isJsonObject(part) ? part : { allowed: part };
    const own = new Map(Object.entries(whole));
    places.set(path, { own: {}, required });
    for (const [keyword, before] of NAMED) {
      const named = own.get(keyword);
      if (!isJsonObject(named)) continue;
      own.delete(keyword);
      const must = keyword === "properties" ? requiredOf(whole) : new Set<Json>();
      for (const [name, inner] of Object.entries(named)) {
        add(inner, innerPath(path, before, name), must.has(name), depth + 1);
      }
      for (const name of must) if (typeof name === "string" && Object.hasOwn(named, name)) must.delete(name);
      if (keyword === "properties") {
        own.delete("required");
        if (must.size > 0) own.set("required", [...must]);
      }
    }
    for (const [keyword, suffix] of SINGLE) {
      const inner = own.get(keyword);
      if (!isJsonObject(inner)) continue;
      own.delete(keyword);
      add(inner, path + suffix, false, depth + 1);
    }
    places.set(path, { own: Object.fromEntries(own), required });
  }

  add(schema, "", false, 0);
  return places;
}

function requiredOf(schema: JsonObject): Set<Json> {
  const { required } = schema;
  return new Set(Array.isArray(required) ? required : []);
}

function innerPath(path: string, before: string, name: string): string {
  if (before === "") return keyPath(path, name);
  if (before === "*") return `${path}.*(${name})`;
  return `${path}${path === "" ? "" : " "}${before}${name}`;
}
