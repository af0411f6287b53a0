import { oneLine } from "../one-line.ts";
import { isMap, itemsOf, lineOf, linesOf, TRUE, type YamlMap } from "../yaml-fields.ts";

/** A field of a kind's objects. */
export interface CrdField {
  readonly name: string;
  /** `string`, `integer`, `object`, `[]string`, `map[string]object`, `any`. */
  readonly type: string;
  readonly required: boolean;
  /** In the author's words; empty if none. */
  readonly description: string;
  /** Allowed values. */
  readonly enum: readonly string[];
  /** As one line, or null. */
  readonly default: string | null;
  /** Other bounds, in words: `matches ^[a-z]+$`, `at least 1`, `format int32`. */
  readonly rules: readonly string[];
  /** Fields within it: of the items, where it is a list or a map. */
  readonly fields: readonly CrdField[];
  /** How many there are below it, at any depth. */
  readonly count: number;
}

/** Fields of one version; the largest of 883 real ones has 7,800. */
const MAX_FIELDS = 20_000;
/** The deepest of 883 real ones has 14. */
const MAX_DEPTH = 40;
const MAX_DESCRIPTION = 2_000;
const MAX_VALUE = 200;
const MAX_ENUM = 100;

/** Bounds a schema may set, and how they are said. */
const RULES: readonly (readonly [keyword: string, say: (value: string) => string])[] = [
  ["format", (value) => `format ${value}`],
  ["pattern", (value) => `matches ${value}`],
  ["minimum", (value) => `at least ${value}`],
  ["maximum", (value) => `at most ${value}`],
  ["minLength", (value) => `at least ${value} characters`],
  ["maxLength", (value) => `at most ${value} characters`],
  ["minItems", (value) => `at least ${value} items`],
  ["maxItems", (value) => `at most ${value} items`],
  ["minProperties", (value) => `at least ${value} keys`],
  ["maxProperties", (value) => `at most ${value} keys`],
];

/**
 * The fields a schema (`openAPIV3Schema`, whose scalars are texts) names. Attack: 40 aliases of one another make a tree of a
 * thousand million fields; all of them together are counted, as is the depth.
 */
export function readSchemaFields(schema: YamlMap): {
  readonly fields: readonly CrdField[];
  readonly cut: boolean;
} {
  let room = MAX_FIELDS;
  let cut = false;

  function fieldsOf(within: YamlMap, depth: number): readonly CrdField[] {
    const properties = isMap(within.properties) ? Object.entries(within.properties) : [];
    if (depth > MAX_DEPTH) {
      cut ||= properties.length > 0;
      return [];
    }
    const required = new Set(itemsOf(within.required).flatMap((name) => lineOf(name) ?? []));
    const fields: CrdField[] = [];
    for (const [name, property] of properties) {
      if (room <= 0) {
        cut = true;
        break;
      }
      room -= 1;
      fields.push(fieldOf(name, isMap(property) ? property : {}, required.has(name), depth));
    }
    return fields;
  }

  function fieldOf(name: string, schema: YamlMap, required: boolean, depth: number): CrdField {
    const { type, inner } = typeOf(schema);
    const fields = inner === null ? [] : fieldsOf(inner, depth + 1);
    return {
      name: oneLine(name, MAX_VALUE),
      type,
      required,
      description: lineOf(schema.description, MAX_DESCRIPTION) ?? "",
      enum: linesOf(schema.enum).slice(0, MAX_ENUM).map(short),
      default: schema.default === undefined ? null : short(textOf(schema.default)),
      rules: rulesOf(schema),
      fields,
      count: fields.reduce((sum, field) => sum + field.count + 1, 0),
    };
  }

  const fields = fieldsOf(schema, 1);
  return { fields, cut };
}

/** What to call its type, and the schema its fields are in; lists of lists are gone into. */
function typeOf(schema: YamlMap): { readonly type: string; readonly inner: YamlMap | null } {
  let marks = "";
  let inner: YamlMap = schema;
  for (let nesting = 0; nesting < MAX_DEPTH; nesting++) {
    const [items, more] = [inner.items, inner.additionalProperties];
    if (isMap(items)) [marks, inner] = [`${marks}[]`, items];
    else if (isMap(more) && !isMap(inner.properties)) [marks, inner] = [`${marks}map[string]`, more];
    else break;
  }
  return { type: marks + plainType(inner), inner: isMap(inner.properties) ? inner : null };
}

function plainType(schema: YamlMap): string {
  if (isSet(schema, "x-kubernetes-int-or-string")) return "integer or string";
  const type = lineOf(schema.type, 40);
  if (type !== null && type !== "object") return type;
  return type !== null || isMap(schema.properties) ? "object" : "any";
}

function rulesOf(schema: YamlMap): readonly string[] {
  const rules = RULES.flatMap(([keyword, say]) => {
    const value = lineOf(schema[keyword], MAX_VALUE);
    return value === null ? [] : [say(value)];
  });
  if (isSet(schema, "nullable")) rules.push("may be null");
  if (isSet(schema, "uniqueItems")) rules.push("no item twice");
  if (isSet(schema, "x-kubernetes-preserve-unknown-fields")) rules.push("takes any other field");
  for (const item of itemsOf(schema["x-kubernetes-validations"]).slice(0, 5)) {
    const rule = isMap(item) ? (lineOf(item.message, MAX_VALUE) ?? lineOf(item.rule, MAX_VALUE)) : null;
    if (rule !== null) rules.push(rule);
  }
  return rules;
}

function isSet(schema: YamlMap, keyword: string): boolean {
  return TRUE.test(lineOf(schema[keyword]) ?? "");
}

function textOf(value: unknown): string {
  return typeof value === "string"
    ? value === ""
      ? '""'
      : value
    : JSON.stringify(value).replaceAll('"', "");
}

function short(text: string): string {
  return oneLine(text, MAX_VALUE);
}
