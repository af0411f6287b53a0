import type { Segment } from "#lib/catalog/catalog.ts";

/** Marks in one text, and rows that have any: a letter that is everywhere would make two million elements of a hostile file. */
const MAX_MARKS = 20;
export const MAX_MARKED_ROWS = 500;

/** The words of a search, in lower case. */
export function parseWords(find: string): readonly string[] {
  return [...new Set(find.toLowerCase().split(/\s+/))].filter((word) => word !== "");
}

/** Whether every word is somewhere in the text: `storage class` finds `storageClass`. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

/** The text in runs, marked where a word stands; marks that touch, or are a space apart, are one. */
export function markWords(text: string, words: readonly string[]): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const range of mergeRanges(text, rangesOf(text, words)).slice(0, MAX_MARKS)) {
    if (range.start > end) segments.push({ text: text.slice(end, range.start), match: false });
    segments.push({ text: text.slice(range.start, range.end), match: true });
    end = range.end;
  }
  if (end < text.length) segments.push({ text: text.slice(end), match: false });
  return segments;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function rangesOf(text: string, words: readonly string[]): readonly Range[] {
  const lower = text.toLowerCase();
  // A letter that is longer in lower case would shift every mark behind it.
  if (lower.length !== text.length) return [];
  const ranges: Range[] = [];
  for (const word of words) {
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) {
      ranges.push({ start: at, end: at + word.length });
    }
  }
  return ranges.sort((a, b) => a.start - b.start || a.end - b.end);
}

function mergeRanges(text: string, ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && text.slice(last.end, range.start).trim() === "") {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}
