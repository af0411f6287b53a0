import { oneLine } from "./one-line.ts";

/** Items of a list that are read. */
export const MAX_ITEMS = 500;
/** Characters of a field that is one line. */
export const MAX_LINE = 1_000;

/** What YAML 1.1, and so Helm, takes for true. */
export const TRUE = /^(?:y|yes|true|on)$/i;

/** A mapping read with the failsafe schema: every scalar in it is a string. */
export type YamlMap = Readonly<Record<string, unknown>>;

/** Whether a value read from YAML is a mapping. */
export function isMap(value: unknown): value is YamlMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The items of a list, at most 500; none if the value is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS) : [];
}

/** A scalar's text as one line, or null for what is no scalar, empty or YAML's null. */
export function lineOf(value: unknown, maxLength = MAX_LINE): string | null {
  const line = typeof value === "string" ? oneLine(value, maxLength) : "";
  return line === "" || line === "~" || line === "null" ? null : line;
}

/** The texts in a list, each as one line. */
export function linesOf(value: unknown): readonly string[] {
  return itemsOf(value).flatMap((item) => lineOf(item) ?? []);
}

/** An http(s) address as it is written, or null: nothing else may become a link. */
export function webAddressOf(value: unknown): string | null {
  const address = lineOf(value);
  const protocol = address === null ? undefined : URL.parse(address)?.protocol;
  return protocol === "https:" || protocol === "http:" ? address : null;
}
