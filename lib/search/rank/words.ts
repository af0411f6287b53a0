import { stemmer } from "stemmer";

/** A word of a text, as it is compared, and where it stands (UTF-16 offsets). */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** `replicaCount` is also found by `count`, `ServiceMonitor` by `monitor`. */
const CAMEL_PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{N}]+/gu;
const MARKS = /\p{M}/gu;
const ASCII = /^[\0-\x7f]*$/;
/** Longer runs of letters are no words: keys, hashes, base64. */
const LONGEST_WORD = 40;

/** Lower case, without accents. */
function foldWord(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize("NFD").replaceAll(MARKS, "").normalize("NFC");
}

/** The words of a text in order. */
export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** The words of a text, and the parts of those written in camel case. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    if (word.length > LONGEST_WORD) continue;
    words.push(foldWord(word));
    if (/\p{Ll}\p{Lu}/u.test(word)) {
      for (const [part] of word.matchAll(CAMEL_PARTS)) if (part.length > 1) words.push(foldWord(part));
    }
  }
  return words;
}

/** What remains of an English word without its ending: `backups` and `backup` are one (Porter). Other words stay as they are. */
export function stemOf(word: string): string {
  return /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
}
