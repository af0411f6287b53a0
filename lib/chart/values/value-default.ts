import { isMap, isScalar, isSeq, type Node, Scalar } from "yaml";
import { shorten } from "../../support/shorten.ts";
import type { Resolve } from "./value-tree.ts";
import type { ValueType } from "./values.ts";

const MAX_LENGTH = 200;

/** Words that are booleans in YAML 1.1, which Helm reads, and strings in 1.2. */
const BOOLEAN = /^(?:y|yes|on|n|no|off)$/i;

/** What kind of value Helm takes a node for; null is a key without a value. */
export function valueTypeOf(node: Node | null): ValueType {
  if (isMap(node)) return "object";
  if (isSeq(node)) return "list";
  if (!isScalar(node) || node.value === null || node.value === undefined) return "null";
  if (typeof node.value === "boolean" || isOldBoolean(node)) return "boolean";
  return typeof node.value === "number" || typeof node.value === "bigint" ? "number" : "string";
}

/** The value as one line of JSON, numbers and booleans as they are written; null for an object with keys of its own. */
export function formatDefault(node: Node | null, resolve: Resolve): string | null {
  if (isMap(node) && node.items.length > 0) return null;
  return shorten(formatNode(node, resolve, MAX_LENGTH), MAX_LENGTH);
}

/** Stops soon after `room` characters: each level and each item takes one at least, so no alias makes it long. */
function formatNode(node: Node | null, resolve: Resolve, room: number): string {
  if (isScalar(node)) return formatScalar(node);
  if (isMap(node)) {
    return formatItems("{}", node.items, room, ({ key, value }, left) => {
      const name = `${JSON.stringify(isScalar(key) ? (key.source ?? String(key.value)).slice(0, MAX_LENGTH) : "")}:`;
      return name + formatNode(resolve(value), resolve, left - name.length);
    });
  }
  if (isSeq(node)) {
    return formatItems("[]", node.items, room, (item, left) => formatNode(resolve(item), resolve, left));
  }
  return "null";
}

function formatItems<T>(
  [open, close]: string,
  items: readonly T[],
  room: number,
  format: (item: T, room: number) => string,
): string {
  let line = open ?? "";
  for (const [index, item] of items.entries()) {
    if (line.length > room) return line;
    if (index > 0) line += ",";
    line += format(item, room - line.length);
  }
  return line + (close ?? "");
}

function formatScalar(node: Scalar): string {
  if (typeof node.value !== "string") return (node.source || String(node.value)).slice(0, MAX_LENGTH + 1);
  return isOldBoolean(node) ? node.value : JSON.stringify(node.value.slice(0, MAX_LENGTH + 1));
}

function isOldBoolean(node: Scalar): boolean {
  return node.type === Scalar.PLAIN && typeof node.value === "string" && BOOLEAN.test(node.value);
}
