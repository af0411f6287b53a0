import { type Json, type JsonObject, memberOf } from "../values/json.ts";
import { createSchemaDescriber } from "./key-schema.ts";
import { readSchemaLines } from "./schema-lines.ts";
import { createSchemaPlace, type SchemaPlace } from "./schema-place.ts";
import { readReferences } from "./schema-references.ts";

/** A values.schema.json. */
export interface ValuesSchema {
  /** Null if the file is no schema at all. */
  readonly root: SchemaPlace | null;
  /** The line a key is named on, by the pointer of its place. */
  readonly lineOf: (pointer: string) => number;
  /** One sentence each; to be asked for when all places that are wanted have been read. */
  readonly problems: () => readonly string[];
}

/** Characters; the largest of the real charts has 410,000. */
const MAX_SCHEMA = 8 * 1024 * 1024;

/** Reads what a values.schema.json says of each key. Never throws: what cannot be read is said in `problems`. */
export function readValuesSchema(text: string): ValuesSchema {
  if (text.length > MAX_SCHEMA)
    return without(`The schema is larger than ${MAX_SCHEMA / 1024 / 1024} MiB: it is not read.`);
  const root = parse(text);
  if (root === undefined) return without("The schema is not valid JSON: nothing of it is shown.");
  if (typeof root !== "object" || root === null || Array.isArray(root)) {
    return without(
      typeof root === "boolean" ? null : "The schema is no JSON object: nothing of it is shown.",
    );
  }
  const references = readReferences(root);
  const file = { references, describe: createSchemaDescriber(references) };
  let lines: ReadonlyMap<string, number> | null = null;
  return {
    root: createSchemaPlace(root, file),
    lineOf: (pointer) => {
      lines ??= readSchemaLines(text);
      return lines.get(pointer) ?? 1;
    },
    problems: references.problems,
  };
}

/** The place a schema that is written in a comment speaks of; there `required: true` is said of the key itself. */
export function readParsedSchema(root: JsonObject): SchemaPlace {
  const references = readReferences(root);
  const file = { references, describe: createSchemaDescriber(references) };
  return createSchemaPlace(root, file, memberOf(root, "required") === true);
}

function without(problem: string | null): ValuesSchema {
  return { root: null, lineOf: () => 1, problems: () => (problem === null ? [] : [problem]) };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
