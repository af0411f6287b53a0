import type { SafeHtml } from "./safe-html.ts";

/** Lines in one piece of a long file, which a browser lays out when it comes into view. */
const PIECE_LINES = 100;

/**
 * A file's coloured lines with their numbers, in pieces to be put one behind the other. Line 12 is `#L12`; `current` are the
 * lines (from 1) somebody was sent to.
 */
export function numberLines(
  coloured: readonly SafeHtml[],
  current: ReadonlySet<number>,
): readonly SafeHtml[] {
  const lines = coloured.map((html, index) => {
    const line = index + 1;
    const mark = current.has(line) ? ' aria-current="true"' : "";
    return `<div id="L${line}"${mark}><a href="#L${line}">${line}</a><code>${html}</code></div>`;
  });
  return Array.from(
    { length: Math.ceil(lines.length / PIECE_LINES) },
    (_, piece) => lines.slice(piece * PIECE_LINES, (piece + 1) * PIECE_LINES).join("") as SafeHtml,
  );
}
