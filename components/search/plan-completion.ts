import type { FacetValue } from "#lib/catalog/catalog.ts";
import { QUALIFIER_NAMES, QUALIFIERS, type QualifierName } from "#lib/catalog/qualifiers.ts";
import {
  formatSearchText,
  replaceTerm,
  type SearchTerm,
  type TextSpan,
  termAt,
} from "#lib/catalog/search-text.ts";

/** Letters before names are proposed: with one, every word would begin with a list. */
const MIN_LETTERS = 2;
/** As many as are taken in at a glance. */
const MAX_SUGGESTIONS = 8;

const DATES: readonly FacetHint[] = [
  { value: ">30d", hint: "within the last 30 days" },
  { value: ">6m", hint: "within the last 6 months" },
  { value: ">1y", hint: "within the last year" },
  { value: "<1y", hint: "longer than a year ago" },
];

interface FacetHint {
  readonly value: string;
  readonly hint: string;
}

/** One thing the text could go on with. */
export interface Suggestion {
  /** What is shown. */
  readonly label: string;
  /** What it means, in a few words. */
  readonly hint: string;
  /** The whole text with it, and where the caret stands then. */
  readonly text: string;
  readonly caret: number;
}

/** Values to ask the server for: those of a qualifier, among charts that match the rest of the text. */
export interface WantedValues {
  readonly of: QualifierName;
  readonly prefix: string;
  readonly rest: string;
}

/** What the caret stands at the end of, if that can be completed. */
export type Completion =
  | { readonly kind: "known"; readonly suggestions: readonly Suggestion[] }
  | {
      readonly kind: "values";
      readonly wanted: WantedValues;
      readonly suggest: (found: readonly FacetValue[]) => readonly Suggestion[];
    };

/** What could follow where the caret stands, or null. */
export function planCompletion(text: string, caret: number): Completion | null {
  const term = termAt(text, caret);
  if (term === null || term.end !== caret) return null;
  if (term.kind === "word") return namesFor(text, term.text, term.negated, term);
  if (term.kind !== "qualifier") return null;

  const { name, value, negated } = term;
  const put = ({ value: chosen, hint }: FacetHint): Suggestion => {
    const replacement = `${formatSearchText([{ kind: "qualifier", name, value: chosen, negated }])} `;
    return { label: chosen, hint, ...replaced(text, term, replacement) };
  };
  const beginsSo = (one: { readonly value: string }) => isLonger(one.value, value);
  const { value: kind } = QUALIFIERS[name];
  if (typeof kind !== "string") {
    const known = kind.map((one) => ({ value: one, hint: "" })).filter(beginsSo);
    return { kind: "known", suggestions: known.map(put) };
  }
  if (kind === "date") return { kind: "known", suggestions: DATES.filter(beginsSo).map(put) };
  if (kind !== "text" || value.endsWith("*")) return null;
  return {
    kind: "values",
    wanted: { of: name, prefix: value, rest: replaceTerm(text, term, "") },
    suggest: (found) =>
      found
        .filter(beginsSo)
        .slice(0, MAX_SUGGESTIONS)
        .map((one) => put({ value: one.value, hint: String(one.count) })),
  };
}

function namesFor(text: string, written: string, negated: boolean, span: SearchTerm): Completion | null {
  const wanted = written.toLowerCase();
  if (wanted.length < MIN_LETTERS || !/^[a-z]+$/.test(wanted)) return null;
  const names = QUALIFIER_NAMES.filter((name) =>
    [name, ...QUALIFIERS[name].aliases].some((one) => one.startsWith(wanted)),
  );
  const suggestions = names.map((name) => ({
    label: `${name}:`,
    hint: `charts ${QUALIFIERS[name].help}`,
    ...replaced(text, span, `${negated ? "-" : ""}${name}:`),
  }));
  return suggestions.length === 0 ? null : { kind: "known", suggestions };
}

/** What is there already to its last letter is no suggestion. */
function isLonger(value: string, written: string): boolean {
  return value.toLowerCase().startsWith(written.toLowerCase()) && value.length > written.length;
}

function replaced(text: string, span: TextSpan, replacement: string): { text: string; caret: number } {
  const rest = text.slice(span.end);
  const spaced = replacement.endsWith(" ") && rest.startsWith(" ") ? replacement.trimEnd() : replacement;
  return { text: replaceTerm(text, span, spaced), caret: span.start + replacement.length };
}
