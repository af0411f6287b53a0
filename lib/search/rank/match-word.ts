import { editDistance } from "../../support/edit-distance.ts";
import { termOf } from "./terms.ts";

/** A word somebody looks for. */
export interface SoughtWord {
  /** As typed, lower case. */
  readonly word: string;
  /** See terms.ts. */
  readonly term: string;
  /** How much it tells, from 0 to 1. */
  readonly weight: number;
  /** Whether it may be the beginning of a word: the last one, which is perhaps still being typed. */
  readonly open: boolean;
}

/** How well a word is the one that is sought, from 0 (not at all) to 1. */
export function matchWord(sought: SoughtWord, word: string, typos: "forgiven" | "counted"): number {
  if (word === sought.word) return 1;
  if (sought.open && word.startsWith(sought.word)) return 0.5 + 0.45 * (sought.word.length / word.length);
  if (termOf(word) === sought.term) return 0.9;
  return typos === "forgiven" ? matchMistyped(sought, word) : 0;
}

/** As the engine forgives (settings.ts): one mistake from five letters, two from eight. */
export function forgivenMistakes(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
}

/** What is only perhaps meant: it ranks a little and is not marked. */
const MISTYPED_BEGINNING = 0.3;
/** From this on a word is what was sought. */
export const IS_MATCH = 0.4;

/** The first letter is nearly always right. */
function matchMistyped({ word: sought, open }: SoughtWord, word: string): number {
  const limit = forgivenMistakes(sought);
  if (limit === 0) return 0;
  if (sought[0] !== word[0] && sought[1] !== word[0] && sought[0] !== word[1]) return 0;
  const mistakes = editDistance(sought, word, limit);
  if (mistakes <= limit) return 0.8 - 0.15 * mistakes - (sought[0] === word[0] ? 0 : 0.1);
  if (!open || word.length <= sought.length || sought[0] !== word[0]) return 0;
  return editDistance(sought, word.slice(0, sought.length), 1) <= 1 ? MISTYPED_BEGINNING : 0;
}
