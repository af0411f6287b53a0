/** What every id of a text starts with, so that none is an id, or a global variable, of the page (DOM clobbering). */
export const TEXT_ID_PREFIX = "readme-";

/** A piece of a line of Markdown, as markdown-it parses it. */
interface InlinePiece {
  readonly type: string;
  readonly content: string;
}

/** The words of a heading: what is emphasis, a picture or HTML around them is left out. */
export function headingText(pieces: readonly InlinePiece[] | null | undefined): string {
  const words = pieces?.filter(
    ({ type }) => type === "text" || type === "text_special" || type === "code_inline",
  );
  return (words ?? []).map(({ content }) => content).join("");
}

/** Names the headings of one text, in order, as GitHub does: `install-redis`, and when that is taken `install-redis-1`. */
export function createHeadingSlugs(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const base = text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    let slug = base;
    let count = taken.get(base) ?? 0;
    while (taken.has(slug)) slug = `${base}-${++count}`;
    taken.set(base, count);
    taken.set(slug, taken.get(slug) ?? 0);
    return slug;
  };
}
