import type { Match, Segment } from "#lib/catalog/catalog.ts";

/** Snippets under one row: more would be a page of their own. */
const SHOWN = 3;

/** One line that says where a chart matched. */
export interface Snippet {
  readonly field: Match["field"];
  /** The place by its name, marked: `ingress.enabled`, a heading; empty if there is nothing to name. */
  readonly place: readonly Segment[];
  readonly href: string | null;
  readonly text: readonly Segment[];
}

/** What a row says of its matches, beside name and description, which stand in plain sight. Keywords share a line. */
export function planSnippets(matched: readonly Match[]): readonly Snippet[] {
  const keywords = matched.filter(({ field }) => field === "keywords");
  const places = matched.filter(({ field }) => !["name", "description", "keywords"].includes(field));
  return [
    ...places.map(snippetOf).map(withoutCodeMarks),
    ...(keywords.length === 0
      ? []
      : [{ field: "keywords" as const, place: [], href: null, text: joined(keywords) }]),
  ].slice(0, SHOWN);
}

/**
 * The text of a key or a section begins with its name: that is taken off, with its marks. Where all of it is marked, it was
 * the place that was asked for.
 */
function snippetOf({ field, place, href, segments }: Match): Snippet {
  const whole = segments.map(({ text }) => text).join("");
  if (place === "" || !whole.startsWith(place)) {
    return { field, href, text: segments, place: place === "" ? [] : [{ text: place, match: false }] };
  }
  const [name, rest] = cut(segments, place.length);
  const text = withoutSpace(rest);
  const allMarked = segments.every(({ match }) => match);
  return {
    field,
    href,
    place: name,
    text: allMarked ? text.map((segment) => ({ ...segment, match: false })) : text,
  };
}

/** Markdown's marks of code, which a line of plain words would show as they are. */
function withoutCodeMarks(snippet: Snippet): Snippet {
  const text = snippet.text.map((segment) => ({ ...segment, text: segment.text.replaceAll("`", "") }));
  return { ...snippet, text: text.filter((segment) => segment.text !== "") };
}

function cut(segments: readonly Segment[], length: number): [readonly Segment[], readonly Segment[]] {
  const before: Segment[] = [];
  const after: Segment[] = [];
  let left = length;
  for (const { text, match } of segments) {
    if (left > 0) before.push({ text: text.slice(0, left), match });
    if (text.length > left) after.push({ text: text.slice(Math.max(0, left)), match });
    left -= text.length;
  }
  return [before, after];
}

function withoutSpace([first, ...rest]: readonly Segment[]): readonly Segment[] {
  if (first === undefined) return [];
  const text = first.text.trimStart();
  return text === "" ? withoutSpace(rest) : [{ ...first, text }, ...rest];
}

function joined(matches: readonly Match[]): readonly Segment[] {
  return matches.flatMap(({ segments }, index) =>
    index === 0 ? segments : [{ text: ", ", match: false }, ...segments],
  );
}
