import { html, type Markup, plainText } from "#lib/markup/html-template.ts";
import { keyNames } from "../key-names.ts";
import { markWords } from "./find-words.ts";
import type { Run } from "./schema-words.ts";

const CODE_SPAN = /`([^`\n]+)`/;
/** Characters that fit the column; a longer path is broken behind its dots. */
const LINE = 36;
/** Of a longer description the rest is folded. */
const MAX_SHOWN = 700;
const SHOWN = 500;
/** Runs of a text in which words are marked. */
const MAX_MARKED_RUNS = 20;

/** A key's path with the way to it muted, marked where it was searched for. */
export function pathMarkup(path: string, words: readonly string[]): Markup {
  const leaf = keyNames(path).at(-1) ?? path;
  const way = path.slice(0, path.length - leaf.length);
  if (way === "") return marked(leaf, words);
  const parts = path.length > LINE ? way.split(/(?<=\.)/) : [way];
  const broken = parts.map((part, index) => html`${index === 0 ? null : html`<wbr>`}${marked(part, words)}`);
  return html`<i>${broken}</i><wbr>${marked(leaf, words)}`;
}

/** An author's words about a key: `code` as code, the words searched for marked, what is too long folded. */
export function proseMarkup(text: string, words: readonly string[]): Markup {
  if (text.length <= MAX_SHOWN) return spans(text, words);
  const gap = text.lastIndexOf(" ", SHOWN);
  const end = gap > SHOWN / 2 ? gap : SHOWN;
  const [shown, rest] = [text.slice(0, end).toWellFormed(), text.slice(end).toWellFormed()];
  return html`${spans(shown, words)}<details><summary>More</summary>${spans(rest, words)}</details>`;
}

/** Words and code by turns. */
export function runsMarkup(runs: readonly Run[], words: readonly string[]): Markup {
  const marks = runs.length > MAX_MARKED_RUNS ? [] : words;
  return html`${runs.map((run) => (run.code ? html`<code>${marked(run.text, marks)}</code>` : marked(run.text, marks)))}`;
}

function spans(text: string, words: readonly string[]): Markup {
  if (words.length === 0 && !text.includes("`")) return plainText(text);
  // Splitting by a pattern with one group gives text and code by turns.
  const parts = text.split(CODE_SPAN).map((text, index) => ({ text, code: index % 2 === 1 }));
  return runsMarkup(parts, words);
}

function marked(text: string, words: readonly string[]): Markup {
  if (words.length === 0) return plainText(text);
  const runs = markWords(text, words);
  return html`${runs.map((run) => (run.match ? html`<mark>${plainText(run.text)}</mark>` : plainText(run.text)))}`;
}
