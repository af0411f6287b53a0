import { diffWordsWithSpace } from "diff";

/** A run of text in a line. */
export interface TextRun {
  readonly text: string;
  /** Whether the line it stands for, or that stands for it, has something else there. */
  readonly changed: boolean;
}

/** Lines whose words are compared, their length, and the edits that are looked for: beyond that a line is one change. */
const MAX_PAIRS = 40;
const MAX_LINE = 400;
const MAX_EDITS = 60;
/** The share of a line's characters that must remain: two lines with less in common are two lines, not one changed. */
const MIN_SAME = 0.4;

/** Marks what changed within lines, where as many stand for as many others. */
export function markWords(
  removed: readonly string[],
  added: readonly string[],
): { readonly removed: readonly (readonly TextRun[])[]; readonly added: readonly (readonly TextRun[])[] } {
  const whole = (lines: readonly string[]) => lines.map((text) => [{ text, changed: false }]);
  if (removed.length !== added.length || removed.length > MAX_PAIRS) {
    return { removed: whole(removed), added: whole(added) };
  }
  const pairs = removed.map((line, index) => markPair(line, added[index] ?? ""));
  return { removed: pairs.map((pair) => pair.removed), added: pairs.map((pair) => pair.added) };
}

function markPair(
  from: string,
  to: string,
): { readonly removed: readonly TextRun[]; readonly added: readonly TextRun[] } {
  const whole = { removed: [{ text: from, changed: false }], added: [{ text: to, changed: false }] };
  if (from.length > MAX_LINE || to.length > MAX_LINE) return whole;
  const parts = diffWordsWithSpace(from, to, { maxEditLength: MAX_EDITS });
  if (parts === undefined) return whole;
  const same = parts.reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.trim().length),
    0,
  );
  if (same < MIN_SAME * Math.max(from.trim().length, to.trim().length)) return whole;
  return {
    removed: parts
      .filter(({ added }) => !added)
      .map(({ value, removed }) => ({ text: value, changed: removed })),
    added: parts
      .filter(({ removed }) => !removed)
      .map(({ value, added }) => ({ text: value, changed: added })),
  };
}
