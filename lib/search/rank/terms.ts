import { SYNONYMS } from "./synonyms.ts";
import { stemOf, wordsOf } from "./words.ts";

/** Words that say nothing about what somebody looks for. */
const STOP_WORDS = new Set(
  (
    "a an and any are as at be by can could do does for from get give has have how i if in into is it its let like make me my " +
    "need of on or our out over please run running set should so some that the their them then there these they this to up use " +
    "used using want was we what when where which who why will with without would you your"
  ).split(" "),
);

/** The words of each synonym, first word → the phrases that begin with it, longest first. */
const PHRASES = phrasesByFirstWord();

/**
 * What a text is about, as it is compared: words without their endings, and one term for all words of a synonym group, so
 * that `message brokers` and `MQ` are the same. Stop words are left out. Equal meanings, equal terms, in query and index.
 */
export function termsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  const terms: string[] = [];
  for (let position = 0; position < words.length; ) {
    const phrase = phraseAt(words, position);
    const word = words[position] ?? "";
    if (phrase !== null) terms.push(phrase.term);
    else if (!STOP_WORDS.has(word)) terms.push(stemOf(word));
    position += phrase?.length ?? 1;
  }
  return terms;
}

/** The terms of the synonyms of several words that a text holds: `ci` in `continuous integration server`. */
export function phraseTermsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  return words.flatMap((_, position) => {
    const phrase = phraseAt(words, position);
    return phrase !== null && phrase.length > 1 ? [phrase.term] : [];
  });
}

/** Terms of words seen before: the same few thousand words make up most of what is said of charts. */
const KNOWN = new Map<string, string>();
const MAX_KNOWN = 20_000;

/** The term of a single word. */
export function termOf(word: string): string {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  const term = PHRASES.get(stem)?.find(({ stems }) => stems.length === 1)?.term ?? stem;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(word, term);
  return term;
}

/** Whether a word says nothing about what somebody looks for. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

interface Phrase {
  readonly stems: readonly string[];
  readonly term: string;
}

function phraseAt(words: readonly string[], position: number): { term: string; length: number } | null {
  const candidates = PHRASES.get(stemOf(words[position] ?? ""));
  const found = candidates?.find(({ stems }) =>
    stems.every((stem, index) => stem === stemOf(words[position + index] ?? "")),
  );
  return found === undefined ? null : { term: found.term, length: found.stems.length };
}

function phrasesByFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const group of SYNONYMS) {
    const term = (group[0] ?? "").replaceAll(" ", "");
    for (const synonym of group) {
      const stems = synonym.split(" ").map(stemOf);
      const [first = ""] = stems;
      phrases.set(first, [...(phrases.get(first) ?? []), { stems, term }]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return phrases;
}

/** The stems of all words that stand for a term: a text without any of them cannot hold it. */
export function needlesOf(word: string): readonly string[] {
  const term = termOf(word);
  const group = SYNONYMS.find(([first = ""]) => first.replaceAll(" ", "") === term) ?? [];
  return [stemOf(word), ...group.map((synonym) => stemOf(synonym.split(" ")[0] ?? ""))];
}
