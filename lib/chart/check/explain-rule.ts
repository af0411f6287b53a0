import type { OutputUnit } from "@cfworker/json-schema";
import { toShortJson } from "./one-line-json.ts";

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "a mapping of keys",
  array: "a list",
  null: "null",
};
const MAX_CHOICES = 12;

/** What a rule of a schema asks for, as the end of a sentence; `rule` is what stands behind the word in the schema. */
export function explainRule({ keyword, error }: OutputUnit, rule: unknown): string {
  switch (keyword) {
    case "type":
      return `must be ${[rule].flat().map(typeWord).join(" or ")}`;
    case "enum":
      return `must be one of ${choices(Array.isArray(rule) ? rule : [])}`;
    case "const":
      return `must be ${toShortJson(rule)}`;
    case "pattern":
      return `must match the pattern ${toShortJson(rule)}`;
    case "format":
      return `must have the format “${String(rule).slice(0, 40)}”`;
    case "minimum":
      return `must be at least ${bound(rule)}`;
    case "maximum":
      return `must be at most ${bound(rule)}`;
    case "exclusiveMinimum":
      return `must be more than ${bound(rule)}`;
    case "exclusiveMaximum":
      return `must be less than ${bound(rule)}`;
    case "multipleOf":
      return `must be a multiple of ${bound(rule)}`;
    case "minLength":
      return rule === 1 ? "must not be empty" : `must have at least ${bound(rule)} characters`;
    case "maxLength":
      return `must have at most ${bound(rule)} characters`;
    case "minItems":
      return `must have at least ${bound(rule)} ${rule === 1 ? "item" : "items"}`;
    case "maxItems":
      return `must have at most ${bound(rule)} ${rule === 1 ? "item" : "items"}`;
    case "minProperties":
      return `must have at least ${bound(rule)} ${rule === 1 ? "key" : "keys"}`;
    case "maxProperties":
      return `must have at most ${bound(rule)} ${rule === 1 ? "key" : "keys"}`;
    case "uniqueItems":
      return "must not have the same item twice";
    case "false":
      return "is not allowed here";
    case "not":
      return "has a form the schema rules out";
    case "contains":
      return "has no item of the kind the schema asks for";
    case "dependentRequired":
    case "dependencies": {
      const [, set, missing] = /has "(.*)" but does not have "(.*)"\.$/s.exec(error) ?? [];
      return missing === undefined
        ? "does not fit what else is set"
        : `needs “${missing}”, since “${set}” is set`;
    }
    default:
      return error.replace(/^Instance /, "").replace(/\.$/, "");
  }
}

function typeWord(type: unknown): string {
  return TYPE_WORDS[String(type)] ?? String(type);
}

function bound(rule: unknown): string {
  return toShortJson(rule);
}

function choices(values: readonly unknown[]): string {
  const shown = values.slice(0, MAX_CHOICES).map(toShortJson).join(", ");
  return values.length > MAX_CHOICES ? `${shown} and ${values.length - MAX_CHOICES} more` : shown;
}
