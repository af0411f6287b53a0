import type { Segment } from "../../catalog/catalog.ts";
import { IS_MATCH, matchWord, type SoughtWord } from "./match-word.ts";
import type { Sought } from "./rank-charts.ts";
import { tokensOf } from "./words.ts";

/** Characters shown before and behind the first match of an excerpt, and how far off the next space may be. */
const BEFORE = 60;
const BEHIND = 120;
const SPACE_WITHIN = 60;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text in segments, the sought words in it marked. */
export function markText(sought: Sought, text: string, typos: "forgiven" | "counted"): readonly Segment[] {
  return segmentsOf(text, matchesIn(sought.words, text, typos));
}

/** A name with its matches: words, or the letters of a joined spelling (`argocd` in `argo-cd`). */
export function markName(sought: Sought, name: string): readonly Segment[] {
  const words = matchesIn(sought.words, name, "forgiven");
  return segmentsOf(name, words.length > 0 ? words : joinedMatch(sought.joined, name));
}

/** Whether any part of it matched. */
export function hasMatch(segments: readonly Segment[]): boolean {
  return segments.some(({ match }) => match);
}

/** The words around the first match, matches marked; null if there is none. */
export function excerptOf(sought: Sought, text: string): readonly Segment[] | null {
  const matches = matchesIn(sought.words, text, "counted");
  const [first] = matches;
  if (first === undefined) return null;
  const start = first.start <= BEFORE ? 0 : startNear(text, first.start - BEFORE, first.start);
  const end = endNear(text, Math.max(first.start + BEHIND, first.end));
  const shown = matches
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ start: match.start - start, end: match.end - start }));
  const segments = segmentsOf(text.slice(start, end), shown);
  return [
    ...(start > 0 ? [{ text: "…", match: false }] : []),
    ...segments,
    ...(end < text.length ? [{ text: "…", match: false }] : []),
  ];
}

/** Behind the first space from here on, or here. */
function startNear(text: string, from: number, to: number): number {
  const space = text.indexOf(" ", from);
  return space === -1 || space >= to ? from : space + 1;
}

/** Before the next space. Attack: 40,000 characters without one came back with every hit. */
function endNear(text: string, from: number): number {
  const space = text.slice(from, from + SPACE_WITHIN).indexOf(" ");
  return Math.min(text.length, space === -1 ? from + SPACE_WITHIN : from + space);
}

/** How many of the sought words a text has. */
export function countMatches(sought: Sought, text: string): number {
  const words = new Set(tokensOf(text).map(({ word }) => word));
  return sought.words.filter((one) => [...words].some((word) => matchWord(one, word, "forgiven") >= IS_MATCH))
    .length;
}

/** How many of the sought words a text may have: cheap, and never too few. */
export function countNeedles(needles: readonly (readonly string[])[], text: string): number {
  const lower = text.toLowerCase();
  return needles.filter((group) => group.some((needle) => lower.includes(needle))).length;
}

function matchesIn(
  words: readonly SoughtWord[],
  text: string,
  typos: "forgiven" | "counted",
): readonly Range[] {
  return tokensOf(text).flatMap(({ word, start, end }) => {
    const matching = words.filter((sought) => matchWord(sought, word, typos) >= IS_MATCH);
    if (matching.length === 0) return [];
    // Of a word that is perhaps still being typed, the letters that are there.
    const typed = matching.every((sought) => isBegun(sought, word)) ? matching[0] : undefined;
    return [{ start, end: typed === undefined ? end : start + typed.word.length }];
  });
}

function isBegun({ word: typed, open }: SoughtWord, word: string): boolean {
  return open && word !== typed && word.startsWith(typed);
}

/** Where the letters of a name, without what stands between its words, begin with or hold the joined search. */
function joinedMatch(joined: string, name: string): readonly Range[] {
  // Most names have none, which is told at once.
  if (
    joined === "" ||
    !name
      .replaceAll(/[^\p{L}\p{N}]+/gu, "")
      .toLowerCase()
      .includes(joined)
  )
    return [];
  const letters = Array.from(name.matchAll(/[\p{L}\p{N}]/gu), ({ index }) => index);
  const at = letters
    .map((index) => name.charAt(index).toLowerCase())
    .join("")
    .indexOf(joined);
  const start = letters[at];
  const last = letters[at + joined.length - 1];
  return start === undefined || last === undefined ? [] : [{ start, end: last + 1 }];
}

function segmentsOf(text: string, ranges: readonly Range[]): readonly Segment[] {
  const segments: Segment[] = [];
  let position = 0;
  for (const { start, end } of ranges) {
    if (start > position) segments.push({ text: text.slice(position, start), match: false });
    segments.push({ text: text.slice(start, end), match: true });
    position = end;
  }
  if (position < text.length) segments.push({ text: text.slice(position), match: false });
  return segments;
}
