import { oneLine } from "../one-line.ts";
import { isJsonObject, type Json, memberOf } from "../values/json.ts";
import { jsonLine } from "./json-line.ts";
import type { SchemaObject } from "./schema-references.ts";

const MAX_RULES = 30;
const MAX_RULE = 300;
const MAX_NAMES = 20;

/** How each keyword with a number is said. */
const COUNTS: Readonly<Record<string, (count: number) => string>> = {
  multipleOf: (count) => `a multiple of ${count}`,
  minLength: (count) => (count === 1 ? "not empty" : `at least ${count} characters`),
  maxLength: (count) => `at most ${things(count, "character")}`,
  minItems: (count) => `at least ${things(count, "item")}`,
  maxItems: (count) => `at most ${things(count, "item")}`,
  minContains: (count) => `contains at least ${count} of those`,
  maxContains: (count) => `contains at most ${count} of those`,
  minProperties: (count) => `at least ${things(count, "key")}`,
  maxProperties: (count) => `at most ${things(count, "key")}`,
};

/** How each keyword with a text is said. */
const TEXTS: Readonly<Record<string, (text: string) => string>> = {
  pattern: (text) => `matches ${text}`,
  format: (text) => `format: ${text}`,
  contentMediaType: (text) => `holds ${text}`,
  contentEncoding: (text) => `encoded as ${text}`,
};

/** How each keyword with `true` is said. */
const FLAGS: Readonly<Record<string, string>> = {
  uniqueItems: "no item twice",
  readOnly: "read only",
  writeOnly: "write only",
};

/** The bounds a schema sets, in words a reader knows. `describe` says in a few words what another schema is. */
export function rulesOf(
  schemas: readonly SchemaObject[],
  describe: (schema: Json) => string,
): readonly string[] {
  const rules = schemas.flatMap((schema) => [
    ...limitsOf(schema),
    ...Object.entries(schema).flatMap(([keyword, value]) => ruleOf(keyword, value)),
    ...keyRules(schema, describe),
    ...otherRules(schema, describe),
  ]);
  return [...new Set(rules)].slice(0, MAX_RULES).map((rule) => oneLine(rule, MAX_RULE));
}

function ruleOf(keyword: string, value: Json): readonly string[] {
  const [count, text, flag] = [own(COUNTS, keyword), own(TEXTS, keyword), own(FLAGS, keyword)];
  if (count !== undefined && typeof value === "number") return value === 0 ? [] : [count(value)];
  if (text !== undefined && typeof value === "string" && value !== "")
    return [text(value.slice(0, MAX_RULE))];
  return flag !== undefined && value === true ? [flag] : [];
}

/** In draft 4 `exclusiveMinimum` is a flag beside `minimum`, later a bound of its own. */
function limitsOf(schema: SchemaObject): readonly string[] {
  const limit = (name: string, exclusive: string, words: readonly [string, string]) => {
    const [bound, sharp] = [memberOf(schema, name), memberOf(schema, exclusive)];
    const rules: string[] = [];
    if (typeof bound === "number") rules.push(`${words[sharp === true ? 1 : 0]} ${bound}`);
    if (typeof sharp === "number") rules.push(`${words[1]} ${sharp}`);
    return rules;
  };
  return [
    ...limit("minimum", "exclusiveMinimum", ["at least", "more than"]),
    ...limit("maximum", "exclusiveMaximum", ["at most", "less than"]),
  ];
}

function keyRules(schema: SchemaObject, describe: (schema: Json) => string): readonly string[] {
  const rules: string[] = [];
  const others = memberOf(schema, "additionalProperties") ?? memberOf(schema, "unevaluatedProperties");
  const patterns = memberOf(schema, "patternProperties");
  if (isJsonObject(patterns)) {
    for (const [pattern, value] of Object.entries(patterns).slice(0, MAX_NAMES)) {
      rules.push(`keys that match ${pattern.slice(0, MAX_RULE)}: ${describe(value)}`);
    }
  }
  if (others === false) rules.push("no other keys");
  else if (isJsonObject(others)) rules.push(`other keys: ${describe(others)}`);
  const names = memberOf(schema, "propertyNames");
  if (isJsonObject(names)) rules.push(...rulesOf([names], describe).map((rule) => `names of keys: ${rule}`));
  return [...rules, ...dependencyRules(schema)];
}

function dependencyRules(schema: SchemaObject): readonly string[] {
  return ["dependentRequired", "dependencies"].flatMap((keyword) => {
    const dependencies = memberOf(schema, keyword);
    if (!isJsonObject(dependencies)) return [];
    return Object.entries(dependencies)
      .slice(0, MAX_NAMES)
      .flatMap(([name, needed]) => {
        const names = Array.isArray(needed) ? needed.filter((one) => typeof one === "string") : [];
        return names.length === 0 ? [] : [`with ${name} also ${names.slice(0, MAX_NAMES).join(", ")}`];
      });
  });
}

function otherRules(schema: SchemaObject, describe: (schema: Json) => string): readonly string[] {
  const rules: string[] = [];
  const [not, contains, examples] = ["not", "contains", "examples"].map((name) => memberOf(schema, name));
  if (isJsonObject(not)) rules.push(`not: ${describe(not)}`);
  if (isJsonObject(contains)) rules.push(`contains: ${describe(contains)}`);
  if (Array.isArray(examples) && examples.length > 0) {
    rules.push(`for example ${examples.slice(0, 3).map(jsonLine).join(", ")}`);
  }
  return rules;
}

function things(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Of a table, not what every object inherits: a schema may have a keyword `constructor`. */
function own<T>(table: Readonly<Record<string, T>>, keyword: string): T | undefined {
  return Object.hasOwn(table, keyword) ? table[keyword] : undefined;
}
