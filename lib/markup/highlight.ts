import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import shell from "highlight.js/lib/languages/shell";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { escapeHtml, showBidiControls } from "./escape-html.ts";
import type { SafeHtml } from "./safe-html.ts";

const LANGUAGES = {
  bash,
  diff,
  dockerfile,
  go,
  ini,
  javascript,
  json,
  markdown,
  python,
  shell,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/** Colours a piece of code, or only escapes it. */
export type Highlighter = (code: string, language: string) => SafeHtml;

/** Longest piece that is coloured at once, in characters: some grammars take quadratic time. */
const MAX_PIECE = 8 * 1024;
const MAX_LINE = 2048;
/** Longest file that is coloured. */
const MAX_FILE = 512 * 1024;
const BUDGET_MS = 200;

/** A highlighter for one text, which stops colouring when it has taken 200 ms: of the server's time, many read at once. */
export function createHighlighter(): Highlighter {
  let spentMs = 0;
  return (code, language) => {
    const name = language.toLowerCase();
    const plain = spentMs > BUDGET_MS || code.length > MAX_PIECE || hljs.getLanguage(name) === undefined;
    if (plain || hasLongLine(code)) return escapeHtml(code);
    const start = performance.now();
    const html = hljs.highlight(code, { language: name, ignoreIllegals: true }).value as SafeHtml;
    spentMs += performance.now() - start;
    return html;
  };
}

/** A YAML file in its colours, as `highlightLines` has it. */
export function highlightYaml(text: string): readonly SafeHtml[] {
  return highlightLines(text, "yaml");
}

/**
 * A file in the colours of its language, one element a line, each with balanced tags; plain above 512 KiB, and in a language
 * that is not known.
 */
export function highlightLines(text: string, language: string): readonly SafeHtml[] {
  const lines = text.split(/\r\n|\r|\n/);
  const highlight = createHighlighter();
  const coloured =
    text.length > MAX_FILE
      ? lines.map(escapeHtml)
      : piecesOf(lines).flatMap((piece) => balancedLines(highlight(piece.join("\n"), language)));
  return coloured.map((line) => showBidiControls(line) as SafeHtml);
}

/** Lines in pieces as long as may be coloured at once, cut where a line begins with a word: in YAML a top-level key. */
function piecesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const pieces: string[][] = [[]];
  let length = 0;
  for (const line of lines) {
    const piece = pieces.at(-1) ?? [];
    const full = length + line.length >= MAX_PIECE || line.length > MAX_LINE;
    if (piece.length > 0 && (full || (length > MAX_PIECE / 2 && /^\w/.test(line)))) {
      pieces.push([line]);
      length = 0;
    } else piece.push(line);
    length += line.length + 1;
  }
  return pieces;
}

function hasLongLine(code: string): boolean {
  return code.split("\n").some((line) => line.length > MAX_LINE);
}

/** Closes at each line's end what the highlighter left open, and opens it again on the next. */
function balancedLines(html: SafeHtml): readonly SafeHtml[] {
  const open: string[] = [];
  return html.split("\n").map((line) => {
    const reopened = open.join("");
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === "</span>") open.pop();
      else open.push(tag);
    }
    return `${reopened}${line}${"</span>".repeat(open.length)}` as SafeHtml;
  });
}
