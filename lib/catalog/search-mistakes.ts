import { versionInterval } from "../chart/version-number.ts";
import { dateInterval } from "./date-interval.ts";
import { QUALIFIER_NAMES, QUALIFIERS, type QualifierName } from "./qualifiers.ts";

/** Shorter words are names of their own more often than they are slips. */
const MIN_GUESSED_LENGTH = 4;
const ANY_MOMENT = 0;

/** What is wrong with a qualifier's value: what to say, and the value that was most likely meant, or null. */
export interface ValueFault {
  readonly message: string;
  readonly meant: string | null;
}

/** Null if the value can be read. */
export function findValueFault(name: QualifierName, value: string): ValueFault | null {
  const { value: kind, example } = QUALIFIERS[name];
  const fault = (message: string, meant: string | null = null) => ({ message, meant });
  if (value === "") return fault(`Write what to look for after “${name}:”, such as ${example}.`);
  if (kind === "text") return null;
  if (kind === "date") {
    return dateInterval(value, ANY_MOMENT) === null
      ? fault(`“${value}” is no date. Write ${name}:2026-03, ${name}:>2026-01-15 or ${name}:30d.`)
      : null;
  }
  if (kind === "version" || kind === "version or text") {
    const readable =
      versionInterval(value) !== null || (kind === "version or text" && !/^[<>=^~]/.test(value));
    return readable
      ? null
      : fault(`“${value}” is no version. Write ${name}:1.29, ${name}:>=1.29 or ${name}:^1.2.`);
  }
  if (kind.includes(value.toLowerCase())) return null;
  return fault(
    `“${value}” is nothing that “${name}:” knows: ${kind.join(", ")}.`,
    kind.find((one) => isNear(value, [one])) ?? null,
  );
}

/**
 * The qualifier meant by a word before a colon, or null if it is a word like any other, such as the `redis` of `redis:7.2`.
 * One slip is allowed: a letter too many, missing, wrong, or two swapped.
 */
export function guessQualifier(written: string, value: string): QualifierName | null {
  // What looks like an image's tag is one, unless versions are what the qualifier takes: `kine:0.13` is not `kind:0.13`.
  const likely = QUALIFIER_NAMES.filter((name) => takesNumbers(name) || !/^v?\d/.test(value));
  const near = (name: QualifierName) => isNear(written, [name, ...QUALIFIERS[name].aliases]);
  return likely.find(near) ?? null;
}

function takesNumbers(name: QualifierName): boolean {
  const { value } = QUALIFIERS[name];
  return value === "version" || value === "version or text" || value === "date";
}

function isNear(written: string, known: readonly string[]): boolean {
  const word = written.toLowerCase();
  return word.length >= MIN_GUESSED_LENGTH && known.some((name) => isOneSlip(word, name));
}

/** Whether what is left between the common beginning and the common end is one slip. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
