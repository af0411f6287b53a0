import type { ChartDocument } from "#lib/search/document.ts";
import { createRandom } from "#test/support/random.ts";
import { HALVES, type Question } from "./questions.ts";

const SEED = 20261122;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SHORTEST_TYPO = 5;
const SHORTEST_PREFIX = 4;
const STOP_WORDS = new Set(
  "about above after also been before being between both chart deprecated does each from further have helm here into itself more most only other over please same should some such than that their them then there these they this those through under using very what when where which while will with within without your".split(
    " ",
  ),
);

/** Questions made by rule, the same for the same charts: for statistics, where nobody reads each. */
export function generateQuestions(charts: readonly ChartDocument[]): readonly Question[] {
  const random = createRandom(SEED);
  const pick = (count: number) => Math.floor(random() * count);
  const sorted = charts.toSorted((a, b) => (a.repository < b.repository ? -1 : 1));
  const names = [...new Set(sorted.map(({ name }) => name))];
  const made = [
    ...names.map((name) => question("made-exact", name, [name])),
    ...names.flatMap((name) => respell(name).map((text) => question("made-variant", text, [name]))),
    ...[...new Set(names.flatMap(prefixesOf))].map((prefix) =>
      question(
        "made-prefix",
        prefix,
        names.filter((name) => name.startsWith(prefix)),
      ),
    ),
    ...names
      .filter((name) => name.length >= SHORTEST_TYPO)
      .flatMap((name) => mistype(name, pick).map((text) => question("made-typo", text, [name]))),
    ...sorted.flatMap((chart) => {
      const words = sampleWords(chart.description, 5 + pick(4), pick);
      return words.length < 5 ? [] : [question("made-words", words.join(" "), [chart.repository])];
    }),
  ];
  // A prefix or a typo may be another chart's name: then that one is meant.
  return made.filter(({ kind, text }) => kind === "made-exact" || !names.includes(text));
}

function question(kind: string, text: string, wanted: readonly string[]): Question {
  // By its text alone, so that one more chart moves no other question to the other half.
  const half = HALVES[text.length % HALVES.length] ?? "tune";
  return { kind, half, text, wanted, unwanted: [] };
}

/** Joined, and split into words. */
function respell(name: string): readonly string[] {
  const parts = name.split(/[-_.]/);
  return parts.length < 2 ? [] : [parts.join(""), parts.join(" ")];
}

/** What has been typed on the way to a name. */
function prefixesOf(name: string): readonly string[] {
  const lengths = [SHORTEST_PREFIX, Math.ceil((SHORTEST_PREFIX + name.length) / 2)];
  return [...new Set(lengths)]
    .filter((length) => length < name.length)
    .map((length) => name.slice(0, length));
}

/** A letter left out, two swapped, one for another, one too many; never the first, which few get wrong. */
function mistype(name: string, pick: (count: number) => number): readonly string[] {
  const at = () => 1 + pick(name.length - 2);
  const letter = () => LETTERS[pick(LETTERS.length)] ?? "";
  const cut = (place: number, drop: number, put: string) =>
    name.slice(0, place) + put + name.slice(place + drop);
  const swapped = at();
  const typos = [
    cut(at(), 1, ""),
    cut(swapped, 2, `${name[swapped + 1]}${name[swapped]}`),
    cut(at(), 1, letter()),
    cut(at(), 0, letter()),
  ];
  return [...new Set(typos)].filter((typo) => typo !== name);
}

/** Words of a description in its order, those that say something. */
function sampleWords(text: string, count: number, pick: (count: number) => number): readonly string[] {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}-]{4,}/gu) ?? [])].filter(
    (word) => !STOP_WORDS.has(word),
  );
  while (words.length > count) words.splice(pick(words.length), 1);
  return words;
}
