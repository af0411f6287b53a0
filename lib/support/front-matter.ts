const MAX_LINES = 200;
const YAML_LINE = /^(?:\s|#|-\s|[\w.-]+\s*:|$)/;

/** The text without the YAML front matter that site generators put at the top of a page. */
export function stripFrontMatter(source: string): string {
  if (!/^---[ \t]*\r?\n/.test(source)) return source;
  let start = source.indexOf("\n") + 1;
  for (let line = 0; line < MAX_LINES; line++) {
    const end = source.indexOf("\n", start);
    const text = source.slice(start, end === -1 ? undefined : end).trimEnd();
    if (text === "---" || text === "...") return line === 0 || end === -1 ? source : source.slice(end + 1);
    // A rule followed by prose is Markdown, not front matter.
    if (end === -1 || !YAML_LINE.test(text)) return source;
    start = end + 1;
  }
  return source;
}
