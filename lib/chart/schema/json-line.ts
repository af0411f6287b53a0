import { shorten } from "../../support/shorten.ts";
import type { Json } from "../values/json.ts";

const MAX_LINE = 200;

const known = new WeakMap<object, string>();

/** A value as one line of JSON, cut at 200 characters. What is said of a thousand keys is written once. */
export function jsonLine(value: Json): string {
  if (typeof value === "string") return shorten(JSON.stringify(value.slice(0, MAX_LINE)), MAX_LINE);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const line = known.get(value) ?? shorten(writeJson(value, MAX_LINE), MAX_LINE);
  known.set(value, line);
  return line;
}

/** Stops soon after `room` characters. Attack: a default of five megabytes, nested deeper than the stack. */
function writeJson(value: Json, room: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, MAX_LINE));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const list = Array.isArray(value);
  let line = list ? "[" : "{";
  for (const [name, item] of Object.entries(value)) {
    if (line.length > room) return line;
    if (line.length > 1) line += ",";
    if (!list) line += `${JSON.stringify(name.slice(0, MAX_LINE))}:`;
    line += writeJson(item, room - line.length);
  }
  return line + (list ? "]" : "}");
}
