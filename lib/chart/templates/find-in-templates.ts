import { parentPath } from "../values/key-path.ts";
import type { PlacedText } from "./chart-texts.ts";
import { wholePaths } from "./key-lookup.ts";
import { LineStarts } from "./line-starts.ts";
import type { TemplateIndex } from "./template-index.ts";

/** A line that was found, in runs, marked where. */
export interface FoundLine {
  readonly line: number;
  readonly segments: readonly { readonly text: string; readonly match: boolean }[];
}

/** What was found in one file. */
export interface FoundFile {
  readonly path: string;
  /** The first of them. */
  readonly lines: readonly FoundLine[];
  readonly total: number;
}

/** What a search through the templates gives. */
export interface TemplateFindings {
  readonly files: readonly FoundFile[];
  readonly total: number;
  /** Whether the search ended before the last file. */
  readonly cut: boolean;
  /** The key of the values that was asked for, if it was one. */
  readonly key: string | null;
  /** The key above it whose uses these are, if it is not named itself. */
  readonly above: string | null;
}

interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Lines that are shown at once, of one file where all are listed; lines that are found. */
const MAX_SHOWN = { ofEach: 8, ofOne: 500 };
const MAX_FOUND = 2_000;
/** Characters of a line that are shown, and how many stand before what was found. */
const MAX_LINE = 240;
const BEFORE = 60;
const MAX_MARKS = 20;

/**
 * Looks for a key of the values (`.Values.image.tag`, or `image.tag` where that is used) or for lines that hold every word, in
 * templates. `only` is the one file to look in.
 */
export function findInTemplates(
  texts: readonly PlacedText[],
  index: TemplateIndex,
  find: string,
  only: string | null = null,
): TemplateFindings {
  const candidates = texts.filter((text) => text.evaluated !== null && (only === null || text.path === only));
  const shown = only === null ? MAX_SHOWN.ofEach : MAX_SHOWN.ofOne;
  const asked = /^\$?\.Values\.(\S+)$/.exec(find)?.[1] ?? null;
  const key = asked ?? (/^[^\s.]+(?:\.[^\s.]+)+$/.test(find) ? find : null);
  if (key !== null) {
    for (
      let sought: string | null = key;
      sought !== null;
      sought = asked === null ? null : parentPath(sought)
    ) {
      const marks = usesOf(index, sought, sought === key);
      if (marks.size === 0) continue;
      return { ...collect(candidates, shown, marksFrom(marks)), key, above: sought === key ? null : sought };
    }
  }
  const words = [...new Set(find.toLowerCase().split(/\s+/))].filter((word) => word !== "");
  const templates = candidates.filter(({ evaluated }) => evaluated === "template");
  return { ...collect(templates, shown, (text) => wordMarks(text, words)), key: asked, above: null };
}

/** Places of a key by file; of those below it too, unless it stands in for one of them. */
function usesOf(index: TemplateIndex, key: string, below: boolean): ReadonlyMap<string, readonly Mark[]> {
  const found = new Map<string, readonly Mark[]>();
  for (const { path: file, chart, uses } of index.files.values()) {
    const marks = uses.filter(({ path }) =>
      wholePaths(chart, path).some((whole) => whole === key || (below && whole.startsWith(`${key}.`))),
    );
    if (marks.length > 0) found.set(file, marks);
  }
  return found;
}

function marksFrom(marks: ReadonlyMap<string, readonly Mark[]>): (text: PlacedText) => Iterable<Mark> {
  return ({ path }) => marks.get(path) ?? [];
}

/** Every place of a word in lines that hold all of them. */
function* wordMarks({ text }: PlacedText, words: readonly string[]): Iterable<Mark> {
  const lower = text.toLowerCase();
  // A letter that is longer in lower case would shift every mark behind it.
  const sought = lower.length === text.length ? lower : text;
  const [first, ...others] = words;
  if (first === undefined) return;
  for (let at = sought.indexOf(first); at !== -1; ) {
    const start = lineStart(sought, at);
    const newline = sought.indexOf("\n", at);
    const end = newline === -1 ? sought.length : newline;
    const line = sought.slice(start, end);
    if (others.every((word) => line.includes(word))) {
      for (const word of words) {
        let marks = 0;
        for (let found = line.indexOf(word); found !== -1 && marks < MAX_MARKS; marks++) {
          yield { start: start + found, end: start + found + word.length };
          found = line.indexOf(word, found + word.length);
        }
      }
    }
    at = sought.indexOf(first, end);
  }
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function collect(
  texts: readonly PlacedText[],
  shown: number,
  marksOf: (text: PlacedText) => Iterable<Mark>,
): Pick<TemplateFindings, "files" | "total" | "cut"> {
  const files: FoundFile[] = [];
  let total = 0;
  for (const text of texts) {
    if (total >= MAX_FOUND) return { files, total, cut: true };
    const byLine = new Map<number, Mark[]>();
    let lines: LineStarts | null = null;
    for (const mark of marksOf(text)) {
      lines ??= new LineStarts(text.text);
      const line = lines.lineOf(mark.start);
      const known = byLine.get(line);
      if (known !== undefined) known.push(mark);
      else if (byLine.size < MAX_FOUND) byLine.set(line, [mark]);
    }
    if (byLine.size === 0) continue;
    total += byLine.size;
    files.push({
      path: text.path,
      lines: [...byLine]
        .slice(0, shown)
        .map(([line, marks]) => ({ line, segments: cutOut(text.text, marks) })),
      total: byLine.size,
    });
  }
  return { files, total, cut: false };
}

/** The line around the marks, as much of it as is shown. */
function cutOut(text: string, marks: readonly Mark[]): FoundLine["segments"] {
  const sorted = marks.toSorted((a, b) => a.start - b.start).slice(0, MAX_MARKS);
  const from = sorted[0]?.start ?? 0;
  const line = { start: lineStart(text, from), end: endOfLine(text, from) };
  const start = from - line.start > MAX_LINE - BEFORE ? from - BEFORE : line.start;
  const end = Math.min(line.end, start + MAX_LINE);
  const segments: { text: string; match: boolean }[] = [];
  const add = (part: string, match: boolean) => {
    if (part !== "") segments.push({ text: part.toWellFormed(), match });
  };
  let at = start;
  for (const mark of sorted) {
    if (mark.start < at || mark.start >= end) continue;
    add(text.slice(at, mark.start), false);
    at = Math.min(mark.end, end);
    add(text.slice(mark.start, at), true);
  }
  add(text.slice(at, end), false);
  const [first] = segments;
  if (first !== undefined && !first.match)
    first.text = start > line.start ? `…${first.text}` : first.text.trimStart();
  if (end < line.end) add("…", false);
  return segments.filter(({ text: part }) => part !== "");
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  const end = newline === -1 ? text.length : newline;
  return text[end - 1] === "\r" ? end - 1 : end;
}
