import type { RenderedHeading } from "#lib/markup/render-markdown.ts";

const FEWEST = 5;
const MOST = 100;

/** A heading that is listed, and whether it stands below another. */
export interface ContentsEntry extends RenderedHeading {
  readonly inner: boolean;
}

/** What the contents of a README list: its headings two levels deep, without its title; nothing for a short one. */
export function planContents(headings: readonly RenderedHeading[]): readonly ContentsEntry[] {
  const [first, ...rest] = headings;
  if (first === undefined) return [];
  // A title stands above all others. A README without one begins with a heading like the rest.
  const hasTitle = rest.every(({ level }) => level > first.level);
  const below = hasTitle ? rest : headings;
  const top = Math.min(...below.map(({ level }) => level));
  const listed = below.filter(({ level, text }) => level <= top + 1 && text !== "");
  if (listed.length < FEWEST) return [];
  return listed.slice(0, MOST).map((heading) => ({ ...heading, inner: heading.level > top }));
}
