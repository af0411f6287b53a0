/** Texts of one list of a chart that are searched, and characters of each; of 801 real charts none has more than 27 keywords. */
const MAX_TEXTS = 50;
const MAX_TEXT = 100;
/** Values of one list that are filtered by, and characters of each; the engine cannot filter by more than 468 bytes. */
const MAX_VALUES = 5_000;
const MAX_VALUE = 150;

/** Attack: 500 keywords of 166 times the word that is searched come back whole with every hit, 94 MB a page of 20. */
export function shortTexts(texts: readonly string[]): readonly string[] {
  return texts.slice(0, MAX_TEXTS).map((text) => text.slice(0, MAX_TEXT).toWellFormed());
}

/** Each value once, those too long to be filtered by left out. */
export function distinct(values: readonly string[]): readonly string[] {
  const usable = values.filter((value) => value !== "" && value.length <= MAX_VALUE);
  return [...new Set(usable)].slice(0, MAX_VALUES).map((value) => value.toWellFormed());
}
