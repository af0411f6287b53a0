import { decodeFragment, readPointer } from "../schema/json-pointer.ts";

/** A key a schema names, and whether it lets others stand below it. */
export interface SchemaKey {
  /** Names from the top of the values the schema is for; none for the whole. */
  readonly names: readonly string[];
  readonly open: boolean;
  /** The first words of its description, and whether it is deprecated. */
  readonly description: string;
  readonly deprecated: boolean;
}

/** Places of a schema that are looked at. Attack: definitions that refer to each other nine times each. */
const MAX_STEPS = 30_000;
const MAX_DEPTH = 30;
const MAX_NAME = 200;
const MAX_DESCRIPTION = 500;
const BRANCHES = ["allOf", "anyOf", "oneOf"] as const;
const CONDITIONS = ["then", "else"] as const;

type SchemaMap = Readonly<Record<string, unknown>>;

/** The keys a parsed values.schema.json names, references within the file followed. Never throws. */
export function readSchemaKeys(root: unknown): readonly SchemaKey[] {
  const found = new Map<string, SchemaKey>();
  let steps = 0;

  function visit(value: unknown, names: readonly string[], depth: number): void {
    steps += 1;
    if (steps > MAX_STEPS || depth > MAX_DEPTH || !isMap(value)) return;
    note(value, names);
    if (typeof value.$ref === "string") visit(target(root, value.$ref), names, depth + 1);
    for (const word of BRANCHES) {
      const branches = value[word];
      if (Array.isArray(branches)) for (const branch of branches) visit(branch, names, depth + 1);
    }
    for (const word of CONDITIONS) visit(value[word], names, depth + 1);
    for (const [name, inner] of entriesOf(value.properties)) {
      if (name.length > MAX_NAME) continue;
      const below = [...names, name];
      note(isMap(inner) ? inner : {}, below);
      visit(inner, below, depth + 1);
    }
  }

  function note(schema: SchemaMap, names: readonly string[]): void {
    const mark = JSON.stringify(names);
    const before = found.get(mark);
    const more = schema.additionalProperties;
    const open =
      more === true ||
      (isMap(more) && Object.keys(more).length > 0) ||
      entriesOf(schema.patternProperties).length > 0;
    const said = typeof schema.description === "string" ? schema.description.slice(0, MAX_DESCRIPTION) : "";
    found.set(mark, {
      names,
      open: open || before?.open === true,
      description: before?.description || said,
      deprecated: schema.deprecated === true || before?.deprecated === true,
    });
  }

  visit(root, [], 0);
  return [...found.values()];
}

/** What a reference within the file points at; nothing for any other. */
function target(root: unknown, reference: string): unknown {
  if (!reference.startsWith("#/")) return reference === "#" ? root : undefined;
  let node = root;
  for (const name of readPointer(decodeFragment(reference.slice(1)))) {
    node = isMap(node) && Object.hasOwn(node, name) ? node[name] : undefined;
  }
  return node;
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return isMap(value) ? Object.entries(value) : [];
}

function isMap(value: unknown): value is SchemaMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
