import { structuredPatch } from "diff";
import { markWords, type TextRun } from "./line-words.ts";

/** One line of a difference, with its numbers in both files, from 1. */
export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  readonly from: number | null;
  readonly to: number | null;
  /** Its text; the runs that changed are marked where a line replaces another. */
  readonly runs: readonly TextRun[];
}

/** Lines that follow each other in both files. */
export interface DiffHunk {
  readonly lines: readonly DiffLine[];
}

/** Where two texts differ, line by line. */
export interface TextDifference {
  readonly hunks: readonly DiffHunk[];
  /** All lines of either kind, also in what is left out. */
  readonly added: number;
  readonly removed: number;
  /** Lines of the difference that are left out because there are too many. */
  readonly left: number;
  /** Whether the two end their lines differently; nothing else is said of that. */
  readonly lineEnds: boolean;
}

/** Or why it cannot be said. */
export type TextOutcome =
  | { readonly kind: "computed"; readonly difference: TextDifference }
  | { readonly kind: "failed"; readonly reason: string };

/** Lines around a change that did not change. */
const CONTEXT = 3;
/** Characters of a text: as much as is read of a values.yaml; the longest file of 801 real charts but CRDs has 400,000. */
const MAX_TEXT = 1024 * 1024;
const MAX_LINES = 40_000;
/** The work grows by the square of the lines that changed. Of real charts' consecutive versions hardly one has more. */
const MAX_EDITS = 6_000;
const MAX_MS = 300;
/** Lines that are shown. */
const MAX_SHOWN = 3_000;
/** Characters of a line that are shown. */
const MAX_LINE = 2_000;

/** Where two texts differ, with what stands around it. Never throws, and ends soon whatever the texts are. */
export function diffTexts(from: string, to: string): TextOutcome {
  // Attack: two files of 260,000 lines that have none in common. To find that out takes a minute, for nothing.
  if (from.length > MAX_TEXT || to.length > MAX_TEXT || !hasFewLines(from) || !hasFewLines(to)) {
    return failed("The file is too long to be compared line by line.");
  }
  const [old, fresh] = [withPlainEnds(from), withPlainEnds(to)];
  const options = { context: CONTEXT, maxEditLength: MAX_EDITS, timeout: MAX_MS } as const;
  const patch = structuredPatch("", "", old, fresh, undefined, undefined, options);
  if (patch === undefined) return failed("Too much of the file changed to be compared line by line.");
  let [added, removed, shown] = [0, 0, 0];
  const hunks: DiffHunk[] = [];
  for (const { lines, oldStart, newStart } of patch.hunks) {
    for (const line of lines) {
      added += Number(line.startsWith("+"));
      removed += Number(line.startsWith("-"));
    }
    const room = MAX_SHOWN - shown;
    shown += lines.length;
    if (room > 0) hunks.push({ lines: readHunk(lines.slice(0, room), oldStart, newStart) });
  }
  const lineEnds = from.includes("\r\n") !== to.includes("\r\n");
  return {
    kind: "computed",
    difference: { hunks, added, removed, left: Math.max(0, shown - MAX_SHOWN), lineEnds },
  };
}

function failed(reason: string): TextOutcome {
  return { kind: "failed", reason };
}

function hasFewLines(text: string): boolean {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1 && lines <= MAX_LINES; at = text.indexOf("\n", at + 1)) lines++;
  return lines <= MAX_LINES;
}

function withPlainEnds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}

function readHunk(lines: readonly string[], oldStart: number, newStart: number): readonly DiffLine[] {
  let [from, to] = [oldStart, newStart];
  const read: DiffLine[] = [];
  let removed: string[] = [];
  let added: string[] = [];

  function endChange(): void {
    const words = markWords(removed, added);
    for (const runs of words.removed) read.push({ kind: "removed", from: from++, to: null, runs });
    for (const runs of words.added) read.push({ kind: "added", from: null, to: to++, runs });
    removed = [];
    added = [];
  }

  for (const line of lines) {
    const text = cutLine(line.slice(1));
    if (line.startsWith("-")) removed.push(text);
    else if (line.startsWith("+")) added.push(text);
    else if (line.startsWith(" ")) {
      endChange();
      read.push({ kind: "same", from: from++, to: to++, runs: [{ text, changed: false }] });
    }
    // What is left is "\ No newline at end of file".
  }
  endChange();
  return read;
}

function cutLine(line: string): string {
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…`.toWellFormed() : line;
}
