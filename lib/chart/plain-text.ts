/** Characters of a README that are searched; the median has 3,000. */
export const MAX_PLAIN_TEXT = 40_000;
/** A README is cut here before anything is looked for in it, so that no expression sees more. */
export const MAX_MARKDOWN = 120_000;

/**
 * The words of a Markdown text, for searching: badges, addresses, tags and table lines left out. Not a parser: what it
 * misses only makes a snippet less tidy.
 */
export function plainText(markdown: string): string {
  return (
    markdown
      .slice(0, MAX_MARKDOWN)
      .replace(/<!--[\s\S]{0,2000}?-->/g, " ")
      .replace(/<[a-z/][^<>]{0,500}>/gi, " ")
      .replace(/!\[([^\][]{0,300})\]\([^()]{0,1000}\)/g, " ")
      .replace(/\[([^\][]{0,300})\]\([^()]{0,1000}\)/g, "$1")
      .replace(/\b[a-z]{2,20}:\/\/\S{0,1000}/gi, " ")
      .replace(/^[|: \t-]{3,500}$/gm, " ")
      .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}\.)[ \t]/gm, "")
      .replace(/[`*_|~]{1,100}|-{3,100}|={3,100}/g, " ")
      .replace(/\s+/g, " ")
      // What stood behind emphasis or code stands behind its last word again.
      .replace(/ ([.,;:!?)])(?= |$)/g, "$1")
      .trim()
      .slice(0, MAX_PLAIN_TEXT)
      // Cut within a character: the search engine refuses half of one, and with it all that is written in the same request.
      .toWellFormed()
  );
}
