import { editDistance } from "./edit-distance.ts";
import { termOf } from "./terms.ts";

/** A word somebody looks for. */
export interface SoughtWord {
  /** As typed, lower case. */
  readonly word: string;
  /** See terms.ts. */
  readonly term: string;
  /** Whether it may be the beginning of a word: the last one, which is perhaps still being typed. */
  readonly open: boolean;
}

/** How well a word is the one that is sought, from 0 (not at all) to 1. */
export function matchWord(sought: SoughtWord, word: string, typos: "forgiven" | "counted"): number {
  if (word === sought.word) return 1;
  if (sought.open && word.startsWith(sought.word)) return 0.5 + 0.45 * (sought.word.length / word.length);
  if (sought.word[0] === word[0] || sought.term.length <= 3 || word.length <= 3) {
    if (termOf(word) === sought.term) return 0.9;
  } else if (termOf(word) === sought.term) return 0.85;
  return typos === "forgiven" ? matchMistyped(sought, word) : 0;
}

/** As the engine forgives: one mistake from five letters, two from nine, and the first letter is nearly always right. */
function matchMistyped({ word: sought, open }: SoughtWord, word: string): number {
  const limit = sought.length >= 9 ? 2 : sought.length >= 5 ? 1 : 0;
  if (limit === 0) return 0;
  const mistakes = editDistance(sought, word, limit) + (sought[0] === word[0] ? 0 : 0.5);
  if (mistakes <= limit + 0.5) return 0.8 - 0.15 * mistakes;
  if (!open || word.length <= sought.length || sought[0] !== word[0]) return 0;
  const begun = editDistance(sought, word.slice(0, sought.length), limit);
  return begun <= limit ? 0.55 - 0.15 * begun : 0;
}
