import type { KeySchema } from "../values/documented-values.ts";
import { isJsonObject, type Json, memberOf } from "../values/json.ts";
import { escapePointer } from "./json-pointer.ts";
import { type DescribeSchema, requiredOf } from "./key-schema.ts";
import { gatherParts, type SchemaParts } from "./schema-parts.ts";
import type { References, SchemaObject } from "./schema-references.ts";

/** What a schema says of one key, and of those below it, read when asked for. */
export interface SchemaPlace {
  readonly schema: KeySchema;
  /** JSON pointer of where the key is named; null if the schema names no key here, but a pattern it matches. */
  readonly pointer: string | null;
  /** Keys the schema names below it, in its order; none where a schema holds itself again. */
  readonly names: readonly string[];
  /** Null for a key of which nothing is said. */
  readonly child: (name: string) => SchemaPlace | null;
}

/** What the places of one file have in common. */
export interface SchemaFile {
  readonly references: References;
  readonly describe: DescribeSchema;
}

/** Names of one mapping. */
const MAX_NAMES = 5_000;
/** Patterns of which a match costs no more than the name is long: one kind of character, once or repeated. */
const SAFE_PATTERN = /^\^?(?:\.|\[[^[\]\\]*\]|\\[wSd])[*+]?\$?$/;

/** What names a key. */
interface Named {
  /** What holds of it whatever the other values are. */
  readonly schemas: Json[];
  /** What may hold of it: of a choice, of a condition. An `if` that asks whether `enabled` is true does not make it so. */
  readonly sometimes: Json[];
  readonly pointer: string | null;
}

/** The place of the whole file. */
export function createSchemaPlace(root: Json, file: SchemaFile, required = false): SchemaPlace {
  const parts = gatherParts([root], file.references);
  return place(file, parts, { required, pointer: "", around: new Set() });
}

interface Position {
  readonly required: boolean;
  readonly pointer: string | null;
  /** The schemas of the places around. */
  readonly around: ReadonlySet<SchemaObject>;
}

function place(file: SchemaFile, parts: SchemaParts, position: Position): SchemaPlace {
  let schema: KeySchema | null = null;
  let named: ReadonlyMap<string, Named> | null = null;
  // Attack and usage: a schema that holds itself again has keys without end.
  const again = parts.always.some(
    (one) => position.around.has(one) && memberOf(one, "properties") !== undefined,
  );
  const keys = () => {
    named ??= again ? new Map<string, Named>() : namesIn(parts, file.references);
    return named;
  };

  function child(name: string): SchemaPlace | null {
    const found = keys().get(name) ?? (again ? null : matching(parts, name));
    if (found === null) return null;
    return place(file, partsOf(found, file.references), {
      required: requiredOf(parts.always).has(name),
      pointer: found.pointer,
      around: new Set([...position.around, ...parts.always]),
    });
  }

  return {
    get schema() {
      schema ??= file.describe(parts, position.required);
      return schema;
    },
    pointer: position.pointer,
    get names() {
      return [...keys().keys()];
    },
    child,
  };
}

/** Of a key that only choices and conditions name, what they say is all that is known. */
function partsOf({ schemas, sometimes }: Named, references: References): SchemaParts {
  if (schemas.length === 0) return gatherParts(sometimes, references);
  const parts = gatherParts(schemas, references);
  if (sometimes.length === 0) return parts;
  const maybe = gatherParts(sometimes, references);
  return { ...parts, sometimes: [...parts.sometimes, ...maybe.always, ...maybe.sometimes] };
}

function namesIn({ always, sometimes }: SchemaParts, { pointerOf }: References): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  const certain = new Set(always);
  for (const schema of [...always, ...sometimes]) {
    const kind = certain.has(schema) ? "schemas" : "sometimes";
    const properties = memberOf(schema, "properties");
    if (!isJsonObject(properties)) continue;
    const around = pointerOf(properties);
    for (const [name, property] of Object.entries(properties)) {
      if (name === "" || property === false) continue;
      const known = names.get(name);
      if (known !== undefined) known[kind].push(property);
      else if (names.size >= MAX_NAMES) break;
      else {
        const pointer = around === null ? null : `${around}/${escapePointer(name)}`;
        names.set(name, { schemas: [], sometimes: [], pointer, [kind]: [property] });
      }
    }
  }
  return names;
}

/** What is said of keys the schema does not name one by one. */
function matching({ always, sometimes }: SchemaParts, name: string): Named | null {
  const schemas = always.flatMap((schema) => othersIn(schema, name));
  const maybe = sometimes.flatMap((schema) => othersIn(schema, name));
  return schemas.length + maybe.length === 0 ? null : { schemas, sometimes: maybe, pointer: null };
}

function othersIn(schema: SchemaObject, name: string): readonly Json[] {
  const patterns = memberOf(schema, "patternProperties");
  const others = memberOf(schema, "additionalProperties");
  const matched = isJsonObject(patterns)
    ? Object.entries(patterns).filter(([pattern]) => matches(pattern, name))
    : [];
  if (matched.length > 0) return matched.map(([, value]) => value);
  return isJsonObject(others) ? [others] : [];
}

function matches(pattern: string, name: string): boolean {
  return SAFE_PATTERN.test(pattern) && new RegExp(pattern, "u").test(name);
}
