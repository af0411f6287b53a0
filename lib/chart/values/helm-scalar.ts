import { Scalar } from "yaml";

/** What Helm cannot hand to templates, and why; it refuses the whole file then. */
export class UnreadableScalar extends Error {
  override readonly name = "UnreadableScalar";
}

const TRUE = new Set(["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]);
const FALSE = new Set(["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]);
const NULL = new Set(["", "~", "null", "Null", "NULL"]);
const NO_JSON = /^(?:\.(?:nan|NaN|NAN)|[-+]?\.(?:inf|Inf|INF))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(?:0([xX])([0-9a-fA-F]+)|0([bB])([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
/** 64 binary digits with their prefix. Attack: a number of 500,000 digits, which takes the square of that to read. */
const MAX_INTEGER = 67;
const CORE = "tag:yaml.org,2002:";

/**
 * A scalar as Helm's YAML library (go-yaml v2) reads it: `yes`, `on` and `y` are booleans, `0755` is octal, a time is a
 * text. Throws `UnreadableScalar`.
 */
export function readHelmScalar(node: Scalar): null | boolean | number | string {
  const text = node.source ?? String(node.value ?? "");
  const tag = node.tag?.startsWith(CORE) ? node.tag.slice(CORE.length) : node.tag;
  if (tag === undefined) return node.type === Scalar.PLAIN ? readPlain(text) : text;
  if (tag === "binary") return readBinary(text);
  if (tag !== "bool" && tag !== "int" && tag !== "float" && tag !== "null") return text;
  const value = readPlain(text);
  const type = value === null ? "null" : typeof value;
  const fits = { bool: "boolean", int: "number", float: "number", null: "null" }[tag];
  if (type !== fits) throw new UnreadableScalar(`a value is marked !!${tag} and is none`);
  return value;
}

/** Not by Node's Buffer: this runs in browsers, too. */
function readBinary(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    throw new UnreadableScalar("a value is marked !!binary and is none");
  }
}

function readPlain(text: string): null | boolean | number | string {
  if (NULL.has(text)) return null;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  if (!/^[-+.0-9]/.test(text)) return text;
  if (NO_JSON.test(text)) throw new UnreadableScalar(`a value is ${text}, which JSON has no number for`);
  const plain = text.replaceAll("_", "");
  return readInteger(plain) ?? readFloat(plain) ?? text;
}

function readInteger(plain: string): number | null {
  const match = plain.length > MAX_INTEGER ? null : INTEGER.exec(plain);
  if (match === null) return null;
  const [, sign, , hex, , binary, octal, decimal] = match;
  const digits = hex !== undefined ? `0x${hex}` : binary !== undefined ? `0b${binary}` : null;
  const size = BigInt(digits ?? (octal === undefined ? (decimal ?? "0") : `0o${octal}`));
  const negative = sign === "-";
  if (size > (negative ? 2n ** 63n : 2n ** 64n - 1n)) return null;
  return Number(negative ? -size : size);
}

/** Of what a double cannot hold, a text remains. */
function readFloat(plain: string): number | null {
  const value = FLOAT.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
