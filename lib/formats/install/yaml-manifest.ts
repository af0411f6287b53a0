import { yamlString } from "./quoted-texts.ts";

/** What a manifest is made of. Absent fields are left out. */
export type YamlValue = string | boolean | readonly YamlValue[] | YamlFields;

/** Fields by name, in the order they are written. */
export interface YamlFields {
  readonly [name: string]: YamlValue | undefined;
}

/** Text that every YAML, also 1.1, reads as this text; what begins with a digit is one only as a duration. */
const PLAIN = /^(?:\d+[mh]|[a-zA-Z][\w./:@+-]*[\w/])$/;
const WORDS = /^(?:true|false|yes|no|on|off|null|nan|inf)$/i;

/** Several documents, one after the other. What could be read in two ways is quoted. */
export function formatYaml(...documents: readonly YamlFields[]): string {
  return documents.map((fields) => `${fieldLines(fields).join("\n")}\n`).join("---\n");
}

function fieldLines(fields: YamlFields): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (typeof value !== "object") return [`${name}: ${scalar(value)}`];
    const lines = isList(value) ? value.flatMap(itemLines) : fieldLines(value);
    return [`${name}:`, ...lines.map((line) => `  ${line}`)];
  });
}

function itemLines(item: YamlValue): readonly string[] {
  if (typeof item !== "object") return [`- ${scalar(item)}`];
  if (isList(item)) throw new TypeError("no manifest has lists in lists");
  return fieldLines(item).map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
}

function scalar(value: string | boolean): string {
  if (typeof value === "boolean") return String(value);
  return PLAIN.test(value) && !WORDS.test(value) ? value : yamlString(value);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
