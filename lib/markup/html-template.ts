import { escapeHtml, showBidiControls } from "./escape-html.ts";
import type { SafeHtml } from "./safe-html.ts";

/** What may stand in a hole: text is escaped, a piece of markup is not, null is nothing. */
type Hole = string | number | null | Markup | readonly Markup[];

/** A piece of markup made by `html`; nothing else makes one. */
class Markup {
  readonly html: SafeHtml;
  constructor(html: SafeHtml) {
    this.html = html;
  }
}

export type { Markup };

/**
 * Markup with texts from strangers in it, for lists of thousands of rows, where elements of React cost the browser more than
 * the rows themselves. Every text is escaped, for element content and for attributes in quotation marks; an attribute
 * without them, or a `<script>`, is not a place for a hole.
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  let text = parts[0] ?? "";
  for (let index = 0; index < holes.length; index++)
    text += fill(holes[index] ?? null) + (parts[index + 1] ?? "");
  return new Markup(text as SafeHtml);
}

/** Text that is read, not followed: characters that reorder what a reader sees are shown instead. */
export function plainText(text: string): Markup {
  return new Markup(escaped(showBidiControls(text)) as SafeHtml);
}

/** What the sanitizer or the highlighter made, as a piece. */
export function safeMarkup(html: SafeHtml): Markup {
  return new Markup(html);
}

/** Pieces as one. */
export function joinMarkup(pieces: readonly Markup[]): SafeHtml {
  return fill(pieces) as SafeHtml;
}

/** Most texts have nothing to escape, and there are tens of thousands. */
function escaped(text: string): string {
  return /[&<>"']/.test(text) ? escapeHtml(text) : text;
}

function fill(hole: Hole): string {
  if (hole === null) return "";
  if (typeof hole === "number") return String(hole);
  if (typeof hole === "string") return escaped(hole);
  return hole instanceof Markup ? hole.html : hole.map((piece) => piece.html).join("");
}
