import { isJsonObject, type Json } from "../values/json.ts";
import type { Finding } from "./check-report.ts";
import type { KnownNode } from "./known-tree.ts";
import type { UserKey } from "./user-file.ts";

type Kind = "text" | "number" | "boolean" | "mapping" | "list";

const WORDS: Readonly<Record<Kind, string>> = {
  text: "a string",
  number: "a number",
  boolean: "true or false",
  mapping: "a mapping of keys",
  list: "a list",
};

/** What is said of a value of another kind than the default; null if they are of one kind, or if none is known. */
export function typeFinding(key: UserKey, { value, path }: KnownNode): Finding | null {
  const set = kindOf(key.value);
  const known = kindOf(value ?? null);
  if (set === null || known === null || set === known) return null;
  return {
    ...{ kind: "type", line: key.line, column: null, path: key.path, instead: null, documented: path },
    message: explain(key.path, set, known, value === "" || isEmpty(value)),
  };
}

function explain(path: string, set: Kind, known: Kind, empty: boolean): string {
  const change = `“${path}” is ${WORDS[set]} here and ${empty && known !== "mapping" ? "an empty " : ""}${
    empty && known !== "mapping" ? WORDS[known].replace(/^a /, "") : WORDS[known]
  } by default.`;
  if (known === "mapping") return `${change} Helm warns, and templates that read a key in it fail.`;
  if (set === "mapping" || set === "list") {
    return empty
      ? `${change} That may be meant: see what its documentation asks for.`
      : `${change} Templates that write it out as ${WORDS[known]} break.`;
  }
  if (known === "list") return `${change} Templates that go through its items fail.`;
  if (set === "text" && known === "boolean")
    return `${change} Any string but an empty one counts as true in a template, “false” included.`;
  if (set === "text")
    return `${change} Templates often print both alike; without quotes it is ${WORDS[known]}.`;
  if (known === "text")
    return `${change} Templates often print both alike; quotes around it make it a string for certain.`;
  return `${change} Templates that compare or count may see the difference.`;
}

function kindOf(value: Json): Kind | null {
  if (value === null) return null;
  if (Array.isArray(value)) return "list";
  if (isJsonObject(value)) return "mapping";
  return typeof value === "string" ? "text" : typeof value === "number" ? "number" : "boolean";
}

function isEmpty(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}
