import { dereference, type Schema, type SchemaDraft } from "@cfworker/json-schema";
import { shorten } from "../../support/shorten.ts";

/** A schema made ready: what Helm's validator knows and this one does not is said once and left out. */
export interface UsableSchema {
  readonly schema: Schema | boolean;
  readonly draft: SchemaDraft;
  /** Schemas by their address, as `$ref` names them. */
  readonly lookup: Record<string, Schema | boolean>;
  /** One sentence each. */
  readonly problems: readonly string[];
}

/** Objects and lists in a schema, and how deep they are. The largest of 801 real charts' has 38,000. */
const MAX_NODES = 400_000;
const MAX_DEPTH = 500;
const MAX_PATTERN = 2_000;
/** Where names are those of keys or definitions, not of the schema's own words. */
const NAME_MAPS = new Set(["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]);
/** What holds values, not schemas. */
const LITERALS = new Set(["default", "enum", "const", "examples"]);

/** Reads a parsed values.schema.json. Throws what says why it cannot be used at all. */
export function readUsableSchema(parsed: unknown): UsableSchema {
  const problems = new Set<string>();
  const draft = draftOf(parsed);
  let nodes = 0;

  function copy(value: unknown, depth: number): unknown {
    nodes += 1;
    if (nodes > MAX_NODES || depth > MAX_DEPTH) throw new RangeError("the schema is too large");
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).flatMap(([word, inner]): [string, unknown][] => {
      if (NAME_MAPS.has(word) && isMap(inner)) {
        return [[word, copyNamed(word === "patternProperties", inner, depth)]];
      }
      if (LITERALS.has(word)) return [[word, inner]];
      if (word === "pattern" && typeof inner === "string") {
        const pattern = toJsPattern(inner);
        if (pattern === null)
          problems.add(`The pattern ${quote(inner)} of the schema was not checked: browsers cannot read it.`);
        return pattern === null ? [] : [[word, pattern]];
      }
      // From 2019 on a format is a remark, to Helm too.
      if (word === "format" && draft !== "4" && draft !== "7") return [];
      return [[word, copy(inner, depth + 1)]];
    });
    return Object.fromEntries(entries);
  }

  function copyNamed(patterns: boolean, map: object, depth: number): unknown {
    return Object.fromEntries(
      Object.entries(map).flatMap(([name, inner]) => {
        const known = patterns ? toJsPattern(name) : name;
        if (known === null)
          problems.add(`The pattern ${quote(name)} of the schema was not checked: browsers cannot read it.`);
        return known === null ? [] : [[known, copy(inner, depth + 2)]];
      }),
    );
  }

  const schema = copy(parsed, 0);
  if (!isSchema(schema)) throw new TypeError("the schema is no mapping");
  const lookup: Record<string, Schema | boolean> = dereference(schema);
  const missing = missingReferences(lookup);
  for (const { address, reference } of missing) {
    lookup[address] = true;
    problems.add(
      `The schema refers to ${quote(reference)}, which is not in the file and is never fetched: what that says was not checked.`,
    );
  }
  return { schema, draft, lookup, problems: [...problems].slice(0, 10) };
}

/** Without a word about it Helm takes the newest. */
function draftOf(parsed: unknown): SchemaDraft {
  const said = isMap(parsed) && "$schema" in parsed ? String(parsed.$schema) : "";
  if (said.includes("draft-04")) return "4";
  if (/draft-0[67]/.test(said)) return "7";
  return said.includes("2019-09") ? "2019-09" : "2020-12";
}

function missingReferences(
  lookup: Readonly<Record<string, Schema | boolean>>,
): readonly { readonly address: string; readonly reference: string }[] {
  return Object.values(lookup).flatMap((schema) => {
    if (typeof schema !== "object" || typeof schema.$ref !== "string") return [];
    const address: unknown = schema.__absolute_ref__ ?? schema.$ref;
    return typeof address === "string" && lookup[address] === undefined
      ? [{ address, reference: schema.$ref }]
      : [];
  });
}

/**
 * A pattern as Go writes it for JavaScript: flags at the beginning, `\A`, `\z` and characters that need no backslash. Null if
 * it cannot be said. It may still take for ever: who runs it must be able to stop it.
 */
export function toJsPattern(pattern: string): string | null {
  if (pattern.length > MAX_PATTERN) return null;
  if (compiles(pattern)) return pattern;
  const plain = pattern
    .replace(/\\A/g, "^")
    .replace(/\\[zZ]/g, "$")
    .replace(/\\([^\w\s\\^$.*+?()[\]{}|/-]|_)/g, "$1")
    .replaceAll("\\-", "\\x2d")
    .replace(/\(\?P</g, "(?<");
  const flagged = /^\^?\(\?([ims]+)\)/.exec(plain);
  const written =
    flagged === null
      ? plain
      : `(?${flagged[1]}:${plain.replace(flagged[0], flagged[0].startsWith("^") ? "^" : "")})`;
  return compiles(written) ? written : null;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}

function isSchema(value: unknown): value is Schema | boolean {
  return typeof value === "boolean" || (isMap(value) && !Array.isArray(value));
}

function isMap(value: unknown): value is object & { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function quote(text: string): string {
  return `“${shorten(text, 80)}”`;
}
