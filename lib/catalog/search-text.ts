import { findQualifier, type QualifierName } from "./qualifiers.ts";
import { findValueFault, guessQualifier } from "./search-mistakes.ts";

/** Where something stands in the text: UTF-16 units, `end` is the first after it. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What one term says. */
export type TermContent =
  | { readonly kind: "word" | "phrase"; readonly text: string; readonly negated: boolean }
  | {
      readonly kind: "qualifier";
      readonly name: QualifierName;
      readonly value: string;
      readonly negated: boolean;
    };

/** One term and its place. */
export type SearchTerm = TermContent & TextSpan;

/** What cannot be meant as it is written, and what to put in its place if that can be guessed. */
export interface Mistake extends TextSpan {
  readonly message: string;
  readonly suggestion: string | null;
}

/** A text typed into the search box, understood. */
export interface SearchText {
  readonly terms: readonly SearchTerm[];
  readonly mistakes: readonly Mistake[];
}

/** What was read from one place on; nothing from `""`. */
interface Reading {
  readonly term: SearchTerm | null;
  readonly mistake: Mistake | null;
  readonly end: number;
}

const NEGATION = /-[^\s-]/y;
/** `http://` and `oci://` begin addresses. */
const QUALIFIER = /([a-z][a-z0-9]{0,19}):(?!\/\/)/iy;
const WORD = /\S*/y;
const SPACE = /\s*/y;

/**
 * Total and linear. A term is a word, a `"quoted phrase"` or `qualifier:value`, each with `-` before it to leave out what
 * has it. A quote that is not closed is part of a word, or begins a value that goes on to the end, as while typing. An
 * unknown qualifier is words; if it is near a known one, a mistake too. An unreadable value is a mistake and stays a term.
 */
export function parseSearchText(text: string): SearchText {
  const terms: SearchTerm[] = [];
  const mistakes: Mistake[] = [];
  let at = endOf(SPACE, text, 0);
  while (at < text.length) {
    const { term, mistake, end } = readTerm(text, at);
    if (term !== null) terms.push(term);
    if (mistake !== null) mistakes.push(mistake);
    at = endOf(SPACE, text, end);
  }
  return { terms, mistakes };
}

/** Canonical: names without aliases, one space between terms, quotes where they are needed. Parsed, it gives the same terms. */
export function formatSearchText(terms: readonly TermContent[]): string {
  return terms.map(formatTerm).join(" ");
}

/** The term the caret stands in or touches, or null. */
export function termAt(text: string, caret: number): SearchTerm | null {
  const { terms } = parseSearchText(text);
  return terms.find(({ start, end }) => start <= caret && caret <= end) ?? null;
}

/** The text with something else in the place of a term or a mistake. */
export function replaceTerm(text: string, { start, end }: TextSpan, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** The text, canonical, asking for this too; what excluded it is taken away. */
export function withQualifier(text: string, name: QualifierName, value: string): string {
  const { terms } = parseSearchText(text);
  const kept = terms.filter((term) => !(term.negated && isQualifier(term, name, value)));
  const present = kept.some((term) => isQualifier(term, name, value));
  const added: TermContent = { kind: "qualifier", name, value, negated: false };
  return formatSearchText(present ? kept : [...kept, added]);
}

/** The text, canonical, without asking for this. */
export function withoutQualifier(text: string, name: QualifierName, value: string): string {
  const { terms } = parseSearchText(text);
  return formatSearchText(terms.filter((term) => term.negated || !isQualifier(term, name, value)));
}

function readTerm(text: string, start: number): Reading {
  const negated = endOf(NEGATION, text, start) > start;
  const at = negated ? start + 1 : start;

  const phrase = readQuoted(text, at);
  if (phrase !== null) {
    const { end } = phrase;
    const term: SearchTerm = { kind: "phrase", text: phrase.text, negated, start, end };
    return { term: phrase.text === "" ? null : term, mistake: null, end };
  }

  const written = writtenQualifier(text, at);
  const name = written === null ? null : findQualifier(written);
  if (written !== null && name !== null) {
    const { text: value, end } = readValue(text, at + written.length + 1);
    const fault = findValueFault(name, value);
    const meant = fault?.meant ?? null;
    const suggestion = meant === null ? null : formatTerm({ kind: "qualifier", name, value: meant, negated });
    return {
      term: { kind: "qualifier", name, value, negated, start, end },
      mistake: fault === null ? null : { start, end, message: fault.message, suggestion },
      end,
    };
  }

  const end = endOf(WORD, text, at);
  return {
    term: { kind: "word", text: text.slice(at, end), negated, start, end },
    mistake: written === null ? null : misspelt(text, start, at, written, negated),
    end,
  };
}

function misspelt(
  text: string,
  start: number,
  at: number,
  written: string,
  negated: boolean,
): Mistake | null {
  const { text: value, end } = readValue(text, at + written.length + 1);
  const name = guessQualifier(written, value);
  if (name === null) return null;
  const message = `There is no qualifier “${written}”. Did you mean ${name}?`;
  return { start, end, message, suggestion: formatTerm({ kind: "qualifier", name, value, negated }) };
}

function writtenQualifier(text: string, at: number): string | null {
  QUALIFIER.lastIndex = at;
  return QUALIFIER.exec(text)?.[1] ?? null;
}

function readValue(text: string, at: number): { readonly text: string; readonly end: number } {
  if (text[at] !== '"') {
    const end = endOf(WORD, text, at);
    return { text: text.slice(at, end), end };
  }
  return readQuoted(text, at) ?? { text: unquoted(text.slice(at + 1)), end: text.length };
}

/** A text in quotes, or null if they are not there or not closed; `\"` and `\\` stand for themselves within. */
function readQuoted(text: string, at: number): { readonly text: string; readonly end: number } | null {
  if (text[at] !== '"') return null;
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === '"') return { text: unquoted(text.slice(at + 1, index)), end: index + 1 };
  }
  return null;
}

function unquoted(inside: string): string {
  return inside
    .replace(/\\(["\\])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function formatTerm(term: TermContent): string {
  const sign = term.negated ? "-" : "";
  switch (term.kind) {
    case "word":
      return sign + term.text;
    case "phrase":
      return sign + quoted(term.text);
    case "qualifier":
      return `${sign}${term.name}:${/^"|^\/\/|\s/.test(term.value) ? quoted(term.value) : term.value}`;
  }
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** Letter case is no difference to the search engine either. */
function isQualifier(term: TermContent, name: QualifierName, value: string): boolean {
  return term.kind === "qualifier" && term.name === name && term.value.toLowerCase() === value.toLowerCase();
}

/** Where what the sticky pattern takes from this place on ends; this place itself if it takes nothing. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
