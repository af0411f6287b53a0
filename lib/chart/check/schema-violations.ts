import { type OutputUnit, type Schema, validate } from "@cfworker/json-schema";
import { decodeFragment, readPointer } from "../schema/json-pointer.ts";
import type { JsonObject } from "../values/json.ts";
import { explainRule } from "./explain-rule.ts";
import { toJson } from "./one-line-json.ts";
import { readUsableSchema, type UsableSchema } from "./usable-schema.ts";

/** What a schema forbids. */
export interface SchemaViolation {
  /** From the top of what was validated; places in lists are numbers. */
  readonly place: readonly string[];
  /** The word of the schema: `type`, `required`, `false` for what may not be there. */
  readonly word: string;
  /** What must be, as the end of a sentence: “must be a whole number”. */
  readonly reason: string;
}

/** What a schema says of values. */
export interface SchemaVerdict {
  readonly violations: readonly SchemaViolation[];
  /** Why some of the schema was not applied. */
  readonly problems: readonly string[];
}

const MAX_VIOLATIONS = 500;
/** Words that only pass on what was found further in. */
const PASSING: ReadonlySet<string> = new Set([
  ...["$ref", "$recursiveRef", "allOf", "properties", "patternProperties", "items", "prefixItems"],
  ...["additionalItems", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"],
  ...["dependentSchemas", "if"],
]);
/** Words after which what was found further in is one of several reasons. */
const CHOICES = new Set(["anyOf", "oneOf", "contains", "propertyNames", "not"]);

/** Holds values against a parsed values.schema.json. Never throws. */
export function findViolations(parsed: unknown, values: JsonObject): SchemaVerdict {
  try {
    const usable = readUsableSchema(parsed);
    const { errors } = validate(values, usable.schema, usable.draft, usable.lookup, false);
    return { violations: violationsOf(errors, usable).slice(0, MAX_VIOLATIONS), problems: usable.problems };
  } catch (error) {
    // Attack: a schema that refers to itself, or one that is none.
    const reason =
      error instanceof RangeError ? "it refers to itself, or is too large" : "it is not a JSON Schema";
    return { violations: [], problems: [`The schema could not be applied: ${reason}.`] };
  }
}

function violationsOf(errors: readonly OutputUnit[], usable: UsableSchema): readonly SchemaViolation[] {
  const found: SchemaViolation[] = [];
  const said = new Set<string>();
  for (let at = 0; at < errors.length && found.length < MAX_VIOLATIONS; at++) {
    const error = errors[at];
    if (error === undefined || PASSING.has(error.keyword)) continue;
    const inner = CHOICES.has(error.keyword) ? innerErrors(errors, at) : [];
    at += inner.length;
    const violation = violationOf(error, inner, usable);
    const mark = toJson([violation.place, violation.reason]);
    if (!said.has(mark)) found.push(violation);
    said.add(mark);
  }
  return found;
}

/** What stands behind an error because of it. */
function innerErrors(errors: readonly OutputUnit[], at: number): readonly OutputUnit[] {
  const start = `${errors[at]?.keywordLocation}/`;
  let end = at + 1;
  // The library gives `false` no place in the schema.
  for (let next = errors[end]; next !== undefined; next = errors[++end]) {
    if (!next.keywordLocation.startsWith(start) && next.keyword !== "false") break;
  }
  return errors.slice(at + 1, end);
}

function violationOf(error: OutputUnit, inner: readonly OutputUnit[], usable: UsableSchema): SchemaViolation {
  const place = pointerNames(error.instanceLocation);
  if (error.keyword === "required") {
    const missing = /property "(.*)"\.$/s.exec(error.error)?.[1] ?? "";
    return { place: [...place, missing], word: "required", reason: "must be set" };
  }
  if (error.keyword === "anyOf" || error.keyword === "oneOf") {
    const reasons = inner
      .filter(
        (one) =>
          one.instanceLocation === error.instanceLocation &&
          !PASSING.has(one.keyword) &&
          !CHOICES.has(one.keyword),
      )
      .map((one) => reasonOf(one, usable));
    const deeper = inner.find(
      (one) => one.instanceLocation !== error.instanceLocation && !PASSING.has(one.keyword),
    );
    // Of the right kind, wrong further in: what is wrong there says more than that none fits.
    if (reasons.length === 0 && deeper !== undefined) return violationOf(deeper, [], usable);
    const choices = [...new Set(reasons)].slice(0, 4).join(", or ");
    const reason = choices === "" ? "must be exactly one of the forms the schema allows" : choices;
    return { place, word: error.keyword, reason };
  }
  if (error.keyword === "propertyNames")
    return { place, word: error.keyword, reason: "has a key whose name the schema does not allow" };
  return { place, word: error.keyword, reason: reasonOf(error, usable) };
}

function reasonOf(error: OutputUnit, usable: UsableSchema): string {
  return explainRule(error, ruleAt(usable, error.keywordLocation));
}

/** What the schema says at a place of it, references followed. */
function ruleAt({ schema, lookup }: UsableSchema, location: string): unknown {
  let node: unknown = schema;
  for (const name of pointerNames(location)) {
    if (typeof node !== "object" || node === null) return undefined;
    if (name === "$ref" && isReference(node)) node = lookup[node.__absolute_ref__ ?? node.$ref];
    else node = Object.hasOwn(node, name) ? Reflect.get(node, name) : undefined;
  }
  return node;
}

function isReference(node: object): node is Schema & { readonly $ref: string } {
  return "$ref" in node && typeof node.$ref === "string";
}

/** The names in a JSON pointer as the library writes them. */
function pointerNames(pointer: string): readonly string[] {
  return readPointer(decodeFragment(pointer));
}
