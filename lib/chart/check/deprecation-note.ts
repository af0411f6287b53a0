import { shorten } from "../../support/shorten.ts";

const TELLING =
  /\b(?:deprecated|deprecation|superseded|obsolete|renamed|moved to|replaced by|no longer (?:used|supported)|will be removed|in favou?r of|use \S{1,80} instead)\b/i;
const MAX_NOTE = 300;
/** What may be a key: a word with dots in it, or one in quotes of any kind. */
const KEY_LIKE = /[A-Za-z_][\w-]{0,60}(?:\.[A-Za-z_][\w-]{0,60}){0,12}/g;
const MAX_KEYS = 40;

/** A description, if it says that its key is deprecated, moved or renamed. */
export function noteOf(description: string): string | null {
  if (!TELLING.test(description)) return null;
  return shorten(description.replaceAll(/\s+/g, " ").trim(), MAX_NOTE);
}

/** The words of a note that may name keys, those behind “use”, “by” or “to” first. */
export function keysInNote(note: string): readonly string[] {
  const words = [...note.matchAll(KEY_LIKE)].slice(0, MAX_KEYS).map((match) => ({
    path: match[0].replace(/^\.?Values\./, ""),
    sent: /\b(?:use|using|by|to|of|see|set)\s+["'`“]?\.?$/i.test(
      note.slice(Math.max(0, match.index - 20), match.index),
    ),
  }));
  return [...words.filter(({ sent }) => sent), ...words.filter(({ sent }) => !sent)].map(({ path }) => path);
}
