import { stringify } from "yaml";
import type { Json } from "#lib/chart/values/json.ts";

/** A value as it is shown: in a line, or as the YAML one would write. */
export interface ValueText {
  readonly text: string;
  readonly lines: number;
}

const MAX_INLINE = 60;
/** Characters of a value that are shown, and of JSON up to which it is written as YAML. */
const MAX_TEXT = 4_000;
const MAX_JSON = 50_000;

/** One line for what is short, else a block of YAML; cut if it is long. */
export function valueText(value: Json): ValueText {
  const json = typeof value === "string" ? JSON.stringify(value.slice(0, MAX_JSON)) : JSON.stringify(value);
  const inner = typeof value === "object" && value !== null;
  if (json.length <= MAX_INLINE || (!inner && !json.includes("\\n"))) return { text: cut(json), lines: 1 };
  const text = cut(json.length > MAX_JSON ? json : blockOf(value));
  return { text, lines: text.split("\n").length };
}

function blockOf(value: Json): string {
  return typeof value === "string"
    ? value.trimEnd()
    : stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…`.toWellFormed() : text;
}
