import type { LineCounter } from "yaml";
import { joinProse } from "./comment-prose.ts";

/** Characters; the largest of 22,050 real files has 325,000. */
const MAX_VALUES = 512 * 1024;
/** Lines, and marks between keys and values, wherever they stand; the most of 801 real charts are 10,200. */
const MAX_MARKS = 60_000;
const MARKS = /[\n\r:,[{]/g;

/** What is said of a file that is not read at all. */
const TOO_LARGE = `The file is larger than ${MAX_VALUES / 1024} KiB: its keys are not listed.`;
const TOO_MANY = "The file holds too many things: its keys are not listed.";
export const TOO_DEEP = "The file is nested too deeply: its keys are not listed.";

/**
 * Why a values.yaml is not given to the parser, or null. Attack: `a: 1` 100,000 times, or as many brackets, are half a megabyte and
 * keep the parser, and then a comparison of two such files, for seconds.
 */
export function refusedValues(text: string): string | null {
  if (text.length > MAX_VALUES) return TOO_LARGE;
  return countMarks(text) > MAX_MARKS ? TOO_MANY : null;
}

function countMarks(text: string): number {
  return text.match(MARKS)?.length ?? 0;
}

/** Characters of the values and schemas of all subcharts; a real chart has 480,000 at most. */
const MAX_SUBCHARTS = 1024 * 1024;

/**
 * Says of the texts of subcharts, one after the other, whether there is room for them: together they may be twice the largest file,
 * and hold as much as one. Attack: 200 subcharts, each with the most one file may hold, kept every page for half a minute.
 */
export function createSubchartRoom(): (...texts: readonly string[]) => boolean {
  let characters = MAX_SUBCHARTS;
  let marks = MAX_MARKS;
  return (values, ...others) => {
    characters -= [values ?? "", ...others].reduce((sum, { length }) => sum + length, 0);
    if (characters >= 0) marks -= countMarks(values ?? "");
    return characters >= 0 && marks >= 0;
  };
}

/** What the parser found wrong with a file, as one sentence or two. */
export function invalidYaml(
  error: { readonly pos: readonly number[]; readonly message: string },
  lines: LineCounter,
): string {
  const { line } = lines.linePos(error.pos[0] ?? 0);
  return `The file is not valid YAML at line ${line}: keys may be missing. ${joinProse([error.message])}`;
}
