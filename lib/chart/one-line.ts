/**
 * A text as one line, at most `maxLength` UTF-16 units: white space becomes a space; control and formatting characters
 * (escape sequences, bidi overrides, zero-width) are dropped, as Helm's `sanitizeString` does (GHSA-c38g-469g-cmgx).
 */
export function oneLine(text: string, maxLength: number): string {
  return text
    .slice(0, maxLength)
    .replace(/\s/g, " ")
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, "")
    .trim();
}
