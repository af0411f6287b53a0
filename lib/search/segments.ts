import type { Segment } from "../catalog/catalog.ts";

/**
 * The engine puts these around matches. They are private-use characters, taken out of everything that is indexed, so
 * that no chart can mark text as matched.
 */
export const MATCH_START = "\uE000";
export const MATCH_END = "\uE001";

/** Text without the characters that mark matches. */
export function withoutMarks(text: string): string {
  return text.replaceAll(MATCH_START, "").replaceAll(MATCH_END, "");
}

/** Text between marks becomes matched segments; the rest is plain. */
export function parseSegments(marked: string): readonly Segment[] {
  const segments: Segment[] = [];
  for (const [index, part] of marked.split(MATCH_START).entries()) {
    const [matched, ...rest] = index === 0 ? ["", ...part.split(MATCH_END)] : part.split(MATCH_END);
    if (matched) segments.push({ text: matched, match: true });
    const plain = rest.join("");
    if (plain) segments.push({ text: plain, match: false });
  }
  return segments;
}

/** Whether any part of it matched. */
export function hasMatch(segments: readonly Segment[]): boolean {
  return segments.some((segment) => segment.match);
}

/**
 * Carries matches in a name written without its separators back to the name as it is: who types `argocd` sees `argo-cd`
 * marked. `joined` is what `parseSegments` made of the joined name.
 */
export function spreadSegments(name: string, joined: readonly Segment[]): readonly Segment[] {
  const matches = joined.flatMap(({ text, match }) => Array.from(text, () => match));
  const segments: Segment[] = [];
  let position = 0;
  for (const character of name) {
    const separator = NAME_SEPARATOR.test(character);
    const match = separator
      ? matches[position - 1] === true && matches[position] === true
      : matches[position++] === true;
    const last = segments.at(-1);
    if (last?.match === match) segments[segments.length - 1] = { text: last.text + character, match };
    else segments.push({ text: character, match });
  }
  return segments;
}

const NAME_SEPARATOR = /[-_.]/;

/** A name without `-`, `_` and `.`. */
export function joinName(name: string): string {
  return name.replaceAll(new RegExp(NAME_SEPARATOR, "g"), "");
}
