import { escapeHtml, showBidiControls } from "./escape-html.ts";
import type { SafeHtml } from "./safe-html.ts";

/** How a piece of a template is coloured; the names are those of `components/markup/code.css`. */
export type TemplateColour = "brace" | "comment" | "string" | "number" | "keyword" | "name" | "variable";

/** A piece of a text that is not YAML, by its offsets. Pieces are in order and do not overlap. */
export interface TemplatePiece {
  readonly start: number;
  readonly end: number;
  readonly colour: TemplateColour | null;
  /** Where it leads; an address of this server. */
  readonly href: string | null;
  /** What it is, in one sentence. */
  readonly title: string | null;
  /** Marks what leads nowhere and should. */
  readonly missing: boolean;
}

/** Pieces of one text that are coloured; each is up to 300 characters of HTML. */
const MAX_PIECES = 40_000;
/** Longest stretch of YAML in which colours are looked for. */
const MAX_STRETCH = 2_048;

const CLASSES: Readonly<Record<TemplateColour, string>> = {
  brace: "tpl-brace",
  comment: "hljs-comment",
  string: "hljs-string",
  number: "hljs-number",
  keyword: "hljs-keyword",
  name: "tpl-name",
  variable: "hljs-variable",
};

const KEY = /^([ \t]*(?:- +)*)("[^"]*"|'[^']*'|[\w./-]+)(:)(?=\s|$)/;
const SCALAR =
  /(?<comment>(?<=^|\s)#.*$)|(?<string>(?<=^|[\s[{(,:=])(?:"(?:[^"\\]|\\.)*"|'[^']*'))|(?<number>(?<![\w.-])(?:\d+(?:\.\d+)*|true|false|null)(?![\w.-]))/g;

/** A template by lines, each with balanced tags: its pieces in their colours, and what stands between them as YAML if it is `yaml`. */
export function highlightTemplate(
  text: string,
  pieces: readonly TemplatePiece[],
  yaml: boolean,
): readonly SafeHtml[] {
  const merged = mergeBraces(pieces).slice(0, MAX_PIECES);
  const lines: SafeHtml[] = [];
  let next = 0;
  for (const { start, end } of linesOf(text)) {
    const line = new YamlLine(yaml);
    let html = "";
    let at = start;
    for (; next < merged.length; next++) {
      const piece = merged[next];
      if (piece === undefined || piece.start >= end) break;
      if (piece.start > at) html += line.colour(text.slice(at, piece.start));
      const from = Math.max(at, piece.start);
      at = Math.min(piece.end, end);
      if (at > from) html += renderPiece(text.slice(from, at), piece);
      line.pass();
      // It goes on in the next line.
      if (piece.end > end) break;
    }
    if (at < end) html += line.colour(text.slice(at, end));
    lines.push(showBidiControls(html) as SafeHtml);
  }
  return lines;
}

/** Attack: "{{" a quarter of a million times is as many elements; side by side they are one. */
function mergeBraces(pieces: readonly TemplatePiece[]): readonly TemplatePiece[] {
  const merged: TemplatePiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.colour === "brace" && piece.colour === "brace" && last.end === piece.start) {
      merged[merged.length - 1] = { ...last, end: piece.end };
    } else merged.push(piece);
  }
  return merged;
}

function renderPiece(text: string, { colour, href, title, missing }: TemplatePiece): string {
  const classes = [colour === null ? "" : CLASSES[colour], missing ? "tpl-missing" : ""]
    .filter(Boolean)
    .join(" ");
  const attributes = `${classes === "" ? "" : ` class="${classes}"`}${title === null ? "" : ` title="${escapeHtml(title)}"`}`;
  if (href !== null) return `<a href="${escapeHtml(href)}"${attributes}>${escapeHtml(text)}</a>`;
  return attributes === "" ? escapeHtml(text) : `<span${attributes}>${escapeHtml(text)}</span>`;
}

/** What of one line stands between actions, coloured as far as a line alone tells. */
class YamlLine {
  readonly #yaml: boolean;
  #begun = false;
  #comment = false;

  constructor(yaml: boolean) {
    this.#yaml = yaml;
  }

  /** An action stands here. */
  pass(): void {
    this.#begun = true;
  }

  colour(text: string): string {
    if (!this.#yaml || text.length > MAX_STRETCH) return escapeHtml(text);
    if (this.#comment) return span("hljs-comment", text);
    const [matched = "", indent = "", key = "", colon = ""] = this.#begun ? [] : (KEY.exec(text) ?? []);
    if (text.trim() !== "") this.#begun = true;
    const begin = matched === "" ? "" : escapeHtml(indent) + span("hljs-attr", key) + colon;
    return begin + this.#scalars(text.slice(matched.length));
  }

  #scalars(text: string): string {
    let html = "";
    let at = 0;
    for (const { index, 0: found, groups } of text.matchAll(SCALAR)) {
      const comment = groups?.comment !== undefined;
      if (comment) this.#comment = true;
      const colour = comment ? "hljs-comment" : groups?.string === undefined ? "hljs-number" : "hljs-string";
      html += escapeHtml(text.slice(at, index)) + span(colour, found);
      at = index + found.length;
    }
    return html + escapeHtml(text.slice(at));
  }
}

function span(name: string, text: string): string {
  return text === "" ? "" : `<span class="${name}">${escapeHtml(text)}</span>`;
}

function* linesOf(text: string): Iterable<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\r|\n/g)) {
    yield { start, end: index };
    start = index + lineEnd.length;
  }
  yield { start, end: text.length };
}
