import type { DocumentedKey, KeySchema } from "./documented-values.ts";
import { escapeKeyName } from "./key-path.ts";
import type { KeyNode } from "./key-tree.ts";
import { type PlacedSchema, schemaAt, schemasBelow } from "./placed-schema.ts";
import type { ValueType } from "./values.ts";

/** Keys of a chart with all subcharts. */
const MAX_KEYS = 20_000;
/** Of them, what only schemas name. */
const MAX_SCHEMA_KEYS = 5_000;
const MAX_DEPTH = 100;
const MAX_PATH = 1_000;
/** Characters of paths, defaults and words, those of schemas included. */
const MAX_ANSWER = 6 * 1024 * 1024;

const TOO_MANY = "The chart has too many keys: not all are listed.";
const TOO_MANY_IN_SCHEMA = "The schema names too many keys: not all are listed.";
const TOO_MUCH = "The schema says too much: not all of it is shown.";

/** Where in the values of the whole chart keys are put. */
export interface Surroundings {
  /** What stands before their paths: `redis.`, or nothing. */
  readonly prefix: string;
  readonly subchart: string | null;
  /** What schemas say of the mapping the keys are in. */
  readonly schemas: readonly PlacedSchema[];
}

/** Collects keys in the order in which they are shown. */
export interface DocumentedList {
  /** The keys of a tree but for those of subcharts. */
  readonly addKeys: (tree: KeyNode, around: Surroundings, subcharts: ReadonlySet<string>) => void;
  /** The key a subchart is under, if a file has it; answers where the subchart's own are put. */
  readonly addSubchart: (name: string, node: KeyNode, around: Surroundings) => Surroundings;
  readonly isFull: () => boolean;
  readonly addProblem: (problem: string) => void;
  readonly keys: () => readonly DocumentedKey[];
  readonly problems: () => readonly string[];
}

/** An empty list. Bounded, for aliases and schemas bring keys without end. */
export function createDocumentedList(): DocumentedList {
  const keys: DocumentedKey[] = [];
  const problems = new Set<string>();
  let schemaKeys = 0;
  let room = MAX_ANSWER;

  /** Asked when there is more to come. */
  function isFull(): boolean {
    const full = keys.length >= MAX_KEYS || room < 0;
    if (full) problems.add(TOO_MANY);
    return full;
  }

  function add(key: DocumentedKey): boolean {
    if (isFull()) return false;
    room -= key.path.length + (key.default?.length ?? 0) + key.description.length;
    const size = key.schema === null ? 0 : sizeOfSchema(key.schema);
    if (room < size) problems.add(TOO_MUCH);
    keys.push(room < size ? { ...key, schema: null } : key);
    if (room >= size) room -= size;
    return true;
  }

  function addNode(node: KeyNode, at: Position, subcharts: ReadonlySet<string>): void {
    for (const [name, child] of node.children) {
      if (subcharts.has(name)) continue;
      const below = step(at, name, child);
      if (child.key !== null) {
        const { comment: _, ...key } = child.key;
        if (!add({ ...key, ...placeOf(below), schema: schemaAt(below.schemas) })) return;
      }
      addNode(child, below, NONE);
    }
    addSchemaKeys(node, at, subcharts);
  }

  /** Keys that no file has. */
  function addSchemaKeys(node: KeyNode | null, at: Position, subcharts: ReadonlySet<string>): void {
    const known = new Set([...subcharts, ...(node?.children.keys() ?? [])]);
    if (at.depth > MAX_DEPTH || node?.key?.type === "list") return;
    for (const { place, file, lineOf } of at.schemas) {
      for (const name of place.names) {
        const below = step(at, name, null);
        if (known.has(name) || below.path.length > MAX_PATH) continue;
        known.add(name);
        schemaKeys += 1;
        if (schemaKeys > MAX_SCHEMA_KEYS) problems.add(TOO_MANY_IN_SCHEMA);
        if (schemaKeys > MAX_SCHEMA_KEYS) return;
        const schema = schemaAt(below.schemas);
        const line = lineOf(place.child(name)?.pointer ?? "");
        const type = typeIn(schema, below.schemas);
        const key = { type, default: null, description: "", section: node?.key?.section ?? null, file, line };
        if (!add({ ...key, ...placeOf(below), schema })) return;
        addSchemaKeys(null, below, NONE);
      }
    }
  }

  return {
    addKeys: (tree, around, subcharts) =>
      addNode(tree, { ...around, path: around.prefix, depth: 0 }, subcharts),
    addSubchart: (name, node, around) => {
      const path = around.prefix + escapeName(name);
      if (node.key !== null) {
        const { comment: _, ...key } = node.key;
        const at = { path, subchart: path, global: false };
        add({ ...key, ...at, schema: schemaAt(around.schemas) });
      }
      return { prefix: `${path}.`, subchart: path, schemas: around.schemas };
    },
    isFull,
    addProblem: (problem) => problems.add(problem),
    keys: () => keys,
    problems: () => [...problems],
  };
}

const NONE: ReadonlySet<string> = new Set();

interface Position extends Surroundings {
  /** Of the mapping, with a dot behind it but for the top. */
  readonly path: string;
  readonly depth: number;
}

function step(at: Position, name: string, node: KeyNode | null): Position {
  return {
    ...at,
    path: `${at.path}${escapeName(name)}.`,
    depth: at.depth + 1,
    schemas: schemasBelow(at.schemas, name, node),
  };
}

function placeOf({ path, prefix, subchart }: Position) {
  const within = path.slice(prefix.length);
  return { path: path.slice(0, -1), subchart, global: within.startsWith("global.") };
}

function escapeName(name: string): string {
  return escapeKeyName(name).toWellFormed();
}

/** What kind of value a key that has none is for. */
function typeIn(schema: KeySchema | null, places: readonly PlacedSchema[]): ValueType {
  const type = schema?.types.find((one) => one !== "null");
  if (type === "array") return "list";
  if (type === "integer" || type === "number") return "number";
  if (type === "string" || type === "boolean" || type === "object") return type;
  if (places.some(({ place }) => place.names.length > 0)) return "object";
  const line = schema?.enum[0] ?? schema?.default ?? "";
  if (schema?.items || line.startsWith("[")) return "list";
  if (line.startsWith('"')) return "string";
  if (line.startsWith("{")) return "object";
  return line === "true" || line === "false" ? "boolean" : /^-?\d/.test(line) ? "number" : "null";
}

/** Characters. */
function sizeOfSchema({
  enum: values,
  rules,
  description,
  alternatives,
  items,
  properties = [],
}: KeySchema): number {
  const inner = [
    ...alternatives,
    ...(items === null ? [] : [items]),
    ...properties.map(({ schema }) => schema),
  ];
  const lines = [...values, ...rules, description].reduce((sum, line) => sum + line.length, 0);
  return inner.reduce((sum, schema) => sum + sizeOfSchema(schema), 50 + lines);
}
