import { editDistance } from "../../support/edit-distance.ts";
import { weightOf } from "./common-terms.ts";
import { forgivenMistakes, matchWord, type SoughtWord } from "./match-word.ts";
import { isStopWord, phraseTermsOf, termOf } from "./terms.ts";
import { stemOf, tokensOf } from "./words.ts";

/** What of a chart document decides where it stands. */
export interface RankedFields {
  readonly name: string;
  readonly nameJoined: string;
  readonly aliases: readonly string[];
  readonly keywords: readonly string[];
  readonly about: readonly string[];
  readonly description: string;
  readonly origin: string;
  /** Terms of everything the chart says, the most telling first, space between them. Absent when one word is sought. */
  readonly terms?: string;
  readonly standing: number;
  readonly upstream: number;
  readonly releases: number;
  readonly updatedTs: number | null;
  /** The engine's own opinion, from 0 to 1. */
  readonly _rankingScore?: number;
}

/** A search text as the ranking reads it. */
export interface Sought {
  readonly words: readonly SoughtWord[];
  /** What several of them mean together: `ci` for `continuous integration`. */
  readonly meanings: readonly SoughtWord[];
  /** All words without what stands between them: `kubeprometheus`. */
  readonly joined: string;
}

/** Letters of a term and the space behind it, on average. */
const LETTERS_A_TERM = 7;
/** Characters of a description that are compared; the rest rarely says anything new. */
const MAX_DESCRIPTION = 400;
/** Words beyond this many add nothing to a question. */
const MAX_WORDS = 16;
/**
 * Different words of one field that are compared. Attack: 50 keywords of ten words each in every one of 100 charts, and a
 * question of 16 words, held all other requests up for four seconds.
 */
const MAX_FIELD_WORDS = 80;

/**
 * Reads the words of a search; stop words count only if there is nothing else. What several words mean together is one
 * more word, and they alone tell less then.
 */
export function readSought(text: string): Sought {
  const all = wordsIn(text);
  const telling = all.filter((word) => !isStopWord(word));
  const words = (telling.length === 0 ? all : telling).slice(0, MAX_WORDS);
  const meanings = phraseTermsOf(text);
  const share = meanings.length === 0 ? 1 : 0.5;
  return {
    words: words.map((word, index) => {
      const term = termOf(word);
      return { word, term, weight: weightOf(term) * share, open: index === words.length - 1 };
    }),
    meanings: meanings.map((term) => ({ word: term, term, weight: 1, open: false })),
    joined: all.join(""),
  };
}

/** Orders candidates, the best first; equal ones stay in the order the engine gave them. */
export function rankCharts<T extends RankedFields>(sought: Sought, candidates: readonly T[]): readonly T[] {
  return candidates
    .map((chart, position) => ({ chart, score: scoreOf(sought, chart) - position / 1000 }))
    .sort((a, b) => b.score - a.score)
    .map(({ chart }) => chart);
}

/** Points of a chart: for its name as a whole, for each word wherever it stands, for what it is. Explained in docs/search.md. */
function scoreOf(sought: Sought, chart: RankedFields): number {
  return (
    nameScore(sought, chart) +
    wordScore(sought, chart) +
    standingScore(chart) +
    POINTS.engine * (chart._rankingScore ?? 0)
  );
}

const POINTS = {
  exactName: 12.5,
  exactAlias: 10,
  /** The name in other words: `postgres` for postgresql. */
  sameName: 11,
  mistypedName: 5.5,
  nameBegins: 4,
  nameCovered: 2.5,
  words: 6,
  engine: 2,
};
/** From this quality on a word is another form of the one that is sought, not only a likeness of it. */
const SAME_WORD = 0.85;

function nameScore({ joined, words }: Sought, chart: RankedFields): number {
  const name = chart.nameJoined.toLowerCase();
  const names = [name, ...chart.aliases.map(joinWords)];
  if (name === joined) return POINTS.exactName + (chart.name.toLowerCase() === joined ? 0.2 : 0);
  const nameWords = wordsIn(chart.name);
  const covered = coverage(words, nameWords);
  if (covered.sought > SAME_WORD && covered.name > 0.99) return POINTS.sameName + covered.sought;
  if (names.includes(joined)) return POINTS.exactAlias;
  const limit = forgivenMistakes(joined);
  const mistakes = limit === 0 ? 1 : Math.min(...names.map((one) => editDistance(joined, one, limit)));
  if (limit > 0 && mistakes <= limit) return POINTS.mistypedName - 0.5 * mistakes;
  const begins = names.some((name) => name.startsWith(joined));
  const length = joined.length / Math.max(1, chart.nameJoined.length);
  const started = begins ? POINTS.nameBegins * Math.min(1, joined.length / 4) + length : 0;
  return started + POINTS.nameCovered * covered.sought * (0.3 + 0.7 * covered.name);
}

/** Shares of the search's words found in the name, and of the name's letters that were sought. */
function coverage(
  words: readonly SoughtWord[],
  nameWords: readonly string[],
): { sought: number; name: number } {
  let sought = 0;
  let weights = 0;
  const used = new Set<number>();
  for (const word of words) {
    const { weight } = word;
    weights += weight;
    let best = 0;
    let at = -1;
    for (const [index, nameWord] of nameWords.entries()) {
      const quality = matchWord(word, nameWord, "forgiven");
      if (quality > best) [best, at] = [quality, index];
    }
    if (at !== -1) used.add(at);
    sought += weight * best;
  }
  const letters = nameWords.reduce((sum, word) => sum + word.length, 0);
  const found = [...used].reduce((sum, index) => sum + (nameWords[index]?.length ?? 0), 0);
  return { sought: weights === 0 ? 0 : sought / weights, name: letters === 0 ? 0 : found / letters };
}

function wordScore(sought: Sought, chart: RankedFields): number {
  const words = [...sought.words, ...sought.meanings];
  if (words.length === 0) return 0;
  const fields: readonly (readonly [number, readonly string[]])[] = [
    [0.9, [...comparedWords(chart.name), chart.nameJoined.toLowerCase()]],
    [0.8, comparedWords(...chart.aliases)],
    [0.8, comparedWords(...chart.keywords)],
    [0.75, comparedWords(chart.description.slice(0, MAX_DESCRIPTION))],
    [0.6, comparedWords(...chart.about)],
    [0.6, comparedWords(chart.origin)],
  ];
  const terms = ` ${chart.terms ?? ""} `;
  let score = 0;
  let weights = 0;
  for (const word of words) {
    const { weight } = word;
    weights += weight;
    let missed = 1;
    for (const [trust, fieldWords] of fields) {
      let best = 0;
      for (const candidate of fieldWords) best = Math.max(best, matchWord(word, candidate, "forgiven"));
      missed *= 1 - trust * best;
    }
    const place = placeIn(terms, word);
    if (place !== null) missed *= 1 - 0.25 - 0.45 / (1 + place / 25);
    score += weight * (1 - missed);
  }
  return (POINTS.words * score) / weights;
}

/** How many terms, about, stand before that of a word; null if it is none of them. */
function placeIn(terms: string, { term, word }: SoughtWord): number | null {
  const found = terms.indexOf(` ${term} `);
  const at = found === -1 && stemOf(word) !== term ? terms.indexOf(` ${stemOf(word)} `) : found;
  return at === -1 ? null : at / LETTERS_A_TERM;
}

/** Alive before deprecated, stable before prerelease, upstream before copies, and the rest as the last word. */
function standingScore({ standing, upstream, releases, updatedTs }: RankedFields): number {
  const age =
    updatedTs === null ? 1 : Math.min(1, Math.max(0, (Date.now() / 1000 - updatedTs) / (5 * 31_557_600)));
  return (
    (standing === 2 ? -1.2 : standing === 1 ? -0.3 : 0) -
    upstream * 0.25 +
    Math.min(0.2, Math.log10(1 + releases) * 0.1) -
    age * 0.1
  );
}

function wordsIn(text: string): readonly string[] {
  return tokensOf(text).map(({ word }) => word);
}

function comparedWords(...texts: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of wordsIn(text)) {
      if (words.size === MAX_FIELD_WORDS) return [...words];
      words.add(word);
    }
  }
  return [...words];
}

function joinWords(text: string): string {
  return wordsIn(text).join("");
}
