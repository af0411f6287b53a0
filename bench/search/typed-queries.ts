import { createRandom } from "#test/support/random.ts";
import type { Ingredient } from "./chart-mixer.ts";

/** Queries, and how many of each kind: names as they are looked up most, then words, then questions and qualifiers. */
const SHARES = { name: 70, keyword: 30, words: 50, question: 25, qualifier: 25 } as const;

/** 200 things people type about these charts, the same at every run. */
export function typedQueries(ingredients: readonly Ingredient[]): readonly string[] {
  const random = createRandom(2026);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error("there is nothing to ask about");
    return one;
  };
  const charts = ingredients.map(({ chart }) => chart);
  const described = charts.filter(({ description }) => description.split(" ").length >= 4);
  const keyworded = charts.filter(({ keywords }) => keywords.length > 0);
  const holding = charts.filter(({ imageNames, kinds }) => imageNames.length > 0 && kinds.length > 0);
  /** So many words in a row, from anywhere in the description. */
  const wordsOf = (count: number) => {
    const words = pick(described)
      .description.replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .split(/\s+/);
    const from = Math.floor(random() * Math.max(1, words.length - count + 1));
    return words.slice(from, from + count).join(" ");
  };
  const ask = {
    name: () => pick(charts).name,
    keyword: () => pick(pick(keyworded).keywords),
    words: () => wordsOf(2 + Math.floor(random() * 2)),
    question: () => `how to ${wordsOf(4)}`,
    qualifier: () =>
      pick([
        () => `${pick(charts).name} is:stable`,
        () => `image:${pick(holding).imageNames.at(-1)}`,
        () => `kind:${pick(pick(holding).kinds)} ${wordsOf(1)}`,
        () => `keyword:${pick(pick(keyworded).keywords)}`.replace(/:(.* .*)/, ':"$1"'),
      ])(),
  };
  return Object.entries(SHARES).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => ask[kind as keyof typeof SHARES]().toLowerCase()),
  );
}

/** What is asked while a text is typed letter by letter; a trailing space asks nothing new. */
export function prefixesOf(text: string): readonly string[] {
  const letters = Array.from(text);
  return letters.flatMap((letter, at) => (letter === " " ? [] : [letters.slice(0, at + 1).join("")]));
}
