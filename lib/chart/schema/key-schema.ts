import { joinProse } from "../values/comment-prose.ts";
import type { KeySchema } from "../values/documented-values.ts";
import { isJsonObject, type Json, memberOf } from "../values/json.ts";
import { jsonLine } from "./json-line.ts";
import { gatherParts, type SchemaParts } from "./schema-parts.ts";
import type { References, SchemaObject } from "./schema-references.ts";
import { rulesOf } from "./schema-rules.ts";

const MAX_ENUM = 100;
/** Of `enum` as it is written: what is more says nothing to a reader. */
const MAX_ENUM_READ = 1_000;
const MAX_ALTERNATIVES = 20;
const MAX_PROPERTIES = 50;
/** Lists of lists, alternatives of alternatives. */
const MAX_DEPTH = 4;
/** Characters that are read of a title or description. */
const MAX_TEXT = 4_000;
/** Schemas that are put into words, alternatives and items included: of a file, and for one key. */
const MAX_SCHEMAS = 40_000;
const MAX_FOR_KEY = 300;

const TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"];
const DEPRECATED = /^[\s([*_`]*deprecated\b/i;

/** Puts schemas into words; after 40,000 of them it says nothing more of any. */
export type DescribeSchema = (parts: SchemaParts, required: boolean) => KeySchema;

/** Of a hostile file each schema may hold twenty others, four levels deep, and be said of thousands of keys. */
export function createSchemaDescriber(references: References): DescribeSchema {
  const enums = new WeakMap<object, readonly string[]>();
  const texts = new WeakMap<SchemaObject, string>();
  let room = MAX_SCHEMAS;
  let keyRoom = MAX_FOR_KEY;

  function describe(parts: SchemaParts, required: boolean, depth: number): KeySchema {
    room -= 1;
    keyRoom = depth === 0 ? MAX_FOR_KEY : keyRoom - 1;
    if (room < 0 || keyRoom < 0) return { ...NOTHING, required };
    const { always } = parts;
    const inner = depth < MAX_DEPTH;
    const alternatives = inner ? parts.choices.flatMap((choice) => choose(choice, depth)) : [];
    const plain = alternatives.length > 0 && parts.choices.length === 1 && alternatives.every(isOnlyTypes);
    const own = typesOf(always);
    const values = enumOf(always);
    const left =
      values.length > MAX_ENUM ? [`one of ${values.length} values, of which ${MAX_ENUM} are named`] : [];
    return {
      types: plain && own.length === 0 ? [...new Set(alternatives.flatMap(({ types }) => types))] : own,
      enum: values.slice(0, MAX_ENUM),
      required,
      deprecated: always.some(isDeprecated),
      description: nearest(always, (schema) => textOf(schema) || null) ?? "",
      default: nearest(always, lineOfDefault),
      rules: [...(parts.never ? ["nothing is allowed here"] : []), ...rulesOf(always, inWords), ...left],
      alternatives: plain ? [] : alternatives,
      items: inner ? itemsOf(always, depth) : null,
      ...(depth > 0 && inner ? propertiesOf(always, depth) : {}),
    };
  }

  function choose(choice: readonly Json[], depth: number): readonly KeySchema[] {
    return choice.slice(0, MAX_ALTERNATIVES).flatMap((schema) => {
      const described = describe(gatherParts([schema], references), false, depth + 1);
      // `anyOf` with no more than `required` in each says which keys go together: no alternative of this value.
      return isNothing(described) ? [] : [described];
    });
  }

  /** Until 2019-09 `items` may be a list: one schema for each place. */
  function itemsOf(always: readonly SchemaObject[], depth: number): KeySchema | null {
    const items = always
      .flatMap((schema) => memberOf(schema, "items") ?? memberOf(schema, "prefixItems") ?? [])
      .filter(isJsonObject);
    return items.length === 0
      ? null
      : describe(gatherParts(items.slice(0, 10), references), false, depth + 1);
  }

  /** What is in an item or an alternative, which has no keys of its own on the page. */
  function propertiesOf(always: readonly SchemaObject[], depth: number): Pick<KeySchema, "properties"> {
    const named = new Map<string, Json[]>();
    const required = requiredOf(always);
    for (const schema of always) {
      const properties = memberOf(schema, "properties");
      if (!isJsonObject(properties)) continue;
      for (const [name, property] of Object.entries(properties).slice(0, MAX_PROPERTIES))
        named.set(name, [...(named.get(name) ?? []), property]);
    }
    if (named.size === 0) return {};
    return {
      properties: [...named].slice(0, MAX_PROPERTIES).map(([name, schemas]) => ({
        name: name.slice(0, MAX_TEXT).toWellFormed(),
        schema: describe(gatherParts(schemas, references), required.has(name), depth + 1),
      })),
    };
  }

  function enumOf(always: readonly SchemaObject[]): readonly string[] {
    const lists = always.flatMap((schema) => {
      const [values, only] = [memberOf(schema, "enum"), memberOf(schema, "const")];
      return [
        ...(Array.isArray(values) ? [linesOf(values)] : []),
        ...(only === undefined ? [] : [[jsonLine(only)]]),
      ];
    });
    const [first = [], ...others] = lists;
    return others.reduce((left, list) => left.filter((line) => list.includes(line)), first);
  }

  function linesOf(values: readonly Json[]): readonly string[] {
    const lines = enums.get(values) ?? [...new Set(values.slice(0, MAX_ENUM_READ).map(jsonLine))];
    enums.set(values, lines);
    return lines;
  }

  function textOf(schema: SchemaObject): string {
    const text = texts.get(schema) ?? readText(schema);
    texts.set(schema, text);
    return text;
  }

  function inWords(schema: Json): string {
    if (!isJsonObject(schema)) return schema === false ? "nothing" : "anything";
    const { always } = gatherParts([schema], references);
    const values = enumOf(always).slice(0, 5);
    const words = values.length > 0 ? values.join(" or ") : typesOf(always).join(" or ");
    const bounds = rulesOf(always, () => "…").slice(0, 3);
    return (
      [words, ...bounds].filter((one) => one !== "").join(", ") || textOf(schema).slice(0, 80) || "anything"
    );
  }

  return (parts, required) => describe(parts, required, 0);
}

const NOTHING: KeySchema = {
  types: [],
  enum: [],
  required: false,
  deprecated: false,
  description: "",
  default: null,
  rules: [],
  alternatives: [],
  items: null,
};

/** Whether a schema says nothing at all. */
export function isNothing(schema: KeySchema): boolean {
  const { types, description, rules, alternatives, items, properties = [] } = schema;
  const lists = [types, schema.enum, rules, alternatives, properties];
  return (
    lists.every((list) => list.length === 0) &&
    description === "" &&
    items === null &&
    schema.default === null &&
    !schema.required &&
    !schema.deprecated
  );
}

function isOnlyTypes(schema: KeySchema): boolean {
  return schema.types.length > 0 && isNothing({ ...schema, types: [] });
}

/** Names that have to be there. */
export function requiredOf(schemas: readonly SchemaObject[]): ReadonlySet<string> {
  const lists = schemas.map((schema) => memberOf(schema, "required"));
  return new Set(lists.flatMap((list) => (Array.isArray(list) ? list.slice(0, 10_000) : [])).map(String));
}

/** Types that every schema allows; of an `integer` and a `number` the narrower. */
function typesOf(schemas: readonly SchemaObject[]): readonly string[] {
  let types: readonly string[] | null = null;
  for (const schema of schemas) {
    const type = memberOf(schema, "type");
    // In a comment, which is YAML, `[string, null]` holds a null.
    const named = (Array.isArray(type) ? type.slice(0, 20) : [type]).map(String);
    const known = TYPES.filter((one) => named.includes(one));
    if (known.length === 0) continue;
    if (memberOf(schema, "nullable") === true && !known.includes("null")) known.push("null");
    types = types === null ? known : narrowed(types, known);
  }
  return types ?? [];
}

function narrowed(a: readonly string[], b: readonly string[]): readonly string[] {
  const allows = (list: readonly string[], type: string) =>
    list.includes(type) || (type === "integer" && list.includes("number"));
  return TYPES.filter((type) => (a.includes(type) || b.includes(type)) && allows(a, type) && allows(b, type));
}

function isDeprecated(schema: SchemaObject): boolean {
  if (memberOf(schema, "deprecated") === true || memberOf(schema, "x-deprecated") === true) return true;
  const description = memberOf(schema, "description");
  return typeof description === "string" && DEPRECATED.test(description.slice(0, 100));
}

/** A title that the description says, too, is left out. */
function readText(schema: SchemaObject): string {
  const [title = "", description = ""] = ["title", "description"].map((name) => {
    const text = memberOf(schema, name);
    return typeof text === "string" ? text.slice(0, MAX_TEXT).toWellFormed() : "";
  });
  const said = description.toLowerCase().includes(title.toLowerCase());
  return joinProse([...(said ? [] : [title, ""]), ...description.split(/\r?\n/)]);
}

function lineOfDefault(schema: SchemaObject): string | null {
  const value = memberOf(schema, "default");
  return value === undefined ? null : jsonLine(value);
}

function nearest(
  schemas: readonly SchemaObject[],
  read: (schema: SchemaObject) => string | null,
): string | null {
  for (const schema of schemas) {
    const found = read(schema);
    if (found !== null) return found;
  }
  return null;
}
