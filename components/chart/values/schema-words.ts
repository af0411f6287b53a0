import type { DocumentedKey, KeySchema, NamedSchema } from "#lib/chart/values/documented-values.ts";

/** A run of words, or of code. */
export interface Run {
  readonly text: string;
  readonly code: boolean;
}

/** What is said of a schema in a row, and where the key is shown alone. Schemas nest and repeat without end. */
export interface SchemaRoom {
  readonly values: number;
  readonly alternatives: number;
  /** Keys within an item of a list, or within an alternative. */
  readonly keys: number;
  readonly depth: number;
}

export const ROW_ROOM: SchemaRoom = { values: 12, alternatives: 4, keys: 8, depth: 1 };
export const KEY_ROOM: SchemaRoom = { values: 200, alternatives: 20, keys: 40, depth: 3 };

const MAX_RULES = 10;
const MAX_VALUE = 80;

/** What kind of value a key takes: what the schema says, else what the default is. */
export function typeWords({ type, schema }: DocumentedKey): string {
  return schema === null || schema.types.length === 0 ? type : schema.types.join(" or ");
}

/** What the schema says of a key besides type and description, one fact each. */
export function schemaFacts(key: DocumentedKey, room: SchemaRoom): readonly (readonly Run[])[] {
  const { schema } = key;
  if (schema === null) return [];
  const facts: (readonly Run[])[] = [];
  if (schema.enum.length > 0) facts.push(allowed(schema.enum, room));
  if (schema.rules.length > 0) facts.push([words(rules(schema))]);
  if (schema.default !== null && schema.default !== key.default) {
    facts.push([words("default in the schema: "), code(schema.default)]);
  }
  if (schema.items !== null) facts.push([words("each item: "), ...inline(schema.items, room, room.depth)]);
  const some = schema.alternatives.slice(0, room.alternatives);
  for (const [index, one] of some.entries()) {
    facts.push([words(index === 0 ? "either " : "or "), ...inline(one, room, room.depth)]);
  }
  const more = schema.alternatives.length - some.length;
  if (more > 0) facts.push([words(`or one of ${more} more`)]);
  return facts;
}

/** All that is said of a key, as text to be searched. */
export function searchText(key: DocumentedKey): string {
  const facts = schemaFacts(key, ROW_ROOM).map((runs) => runs.map((run) => run.text).join(""));
  return [key.path, ...marksOf(key), key.description, ownDescription(key), ...facts].join(" ");
}

/** What a key is besides, in one word each. */
export function marksOf({ global, schema }: DocumentedKey): readonly string[] {
  return [
    ...(global ? ["global"] : []),
    ...(schema?.required ? ["required"] : []),
    ...(schema?.deprecated ? ["deprecated"] : []),
  ];
}

/** The schema's description where the author's comment does not say the same. */
export function ownDescription({ description, schema }: DocumentedKey): string {
  if (schema === null) return "";
  return wording(description).includes(wording(schema.description)) ? "" : schema.description;
}

/** Generators of schemas write signs in their own way, and fold lines. */
function wording(text: string): string {
  return text
    .replace(/\((?:r|tm)\)|&(?:reg|trade);|[®™]/gi, "")
    .replace(/\s+/g, " ")
    .trim();
}

function inline(schema: KeySchema, room: SchemaRoom, depth: number): readonly Run[] {
  const parts: (readonly Run[])[] = [];
  if (schema.types.length > 0) parts.push([words(schema.types.join(" or "))]);
  if (schema.enum.length > 0) parts.push(allowed(schema.enum, room));
  if (schema.rules.length > 0) parts.push([words(rules(schema))]);
  if (schema.items !== null && depth > 0) {
    parts.push([words("each item "), ...inline(schema.items, room, depth - 1)]);
  }
  if (schema.description !== "") parts.push([words(cut(schema.description, 200))]);
  const keys = schema.properties ?? [];
  if (keys.length > 0) parts.push(withKeys(keys, room, depth));
  if (parts.length === 0) parts.push([words("anything")]);
  return parts.flatMap((runs, index) => (index === 0 ? runs : [words(", "), ...runs]));
}

/** `with name (string, required) and 2 more keys`; what the keys take, as deep as there is room. */
function withKeys(keys: readonly NamedSchema[], room: SchemaRoom, depth: number): readonly Run[] {
  const shown = keys.slice(0, room.keys);
  const runs = shown.flatMap(({ name, schema }, index) => [
    words(index === 0 ? "with " : ", "),
    code(name),
    ...(schema.required ? [words(" (required)")] : []),
    ...(depth > 1 ? [words(": "), ...inline(schema, room, depth - 2)] : []),
  ]);
  const more = keys.length - shown.length;
  return more > 0 ? [...runs, words(` and ${more} more keys`)] : runs;
}

function allowed(values: readonly string[], room: SchemaRoom): readonly Run[] {
  const [only] = values;
  if (only !== undefined && values.length === 1) return [words("always "), code(only)];
  const shown = values.slice(0, room.values);
  const runs = shown.flatMap((value) => [words(" "), code(value)]);
  const more = values.length - shown.length;
  return [words("one of"), ...runs, ...(more > 0 ? [words(` and ${more} more`)] : [])];
}

function rules(schema: KeySchema): string {
  return schema.rules
    .slice(0, MAX_RULES)
    .map((rule) => cut(rule, 200))
    .join(", ");
}

function words(text: string): Run {
  return { text, code: false };
}

function code(text: string): Run {
  return { text: cut(text, MAX_VALUE), code: true };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).toWellFormed()}…` : text;
}
