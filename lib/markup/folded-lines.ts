import { type Block, findBlocks } from "./fold-blocks.ts";
import { highlightYaml } from "./highlight.ts";
import { html, joinMarkup, type Markup, safeMarkup } from "./html-template.ts";
import type { SafeHtml } from "./safe-html.ts";

/** Lines in one piece of a long file, which a browser lays out when it comes into view. */
const PIECE_LINES = 50;
/** Sizes of pieces a style sheet knows the height of. */
const SIZES = [5, 15, 30, PIECE_LINES];
/** Fewer lines below another are not worth folding. */
const MIN_FOLDED = 2;

/**
 * A YAML or JSON file as numbered lines whose blocks fold. Line 12 is `#L12`; `anchors` gives lines (from 1) an id
 * besides; `current` is the line somebody was sent to.
 */
export function renderFoldedLines(
  text: string,
  anchors: ReadonlyMap<number, string>,
  current: number | null = null,
): SafeHtml {
  const lines = text.split(/\r\n|\r|\n/);
  const coloured = highlightYaml(text).map(safeMarkup);
  const lineOf = (line: number): Markup => {
    const id = anchors.get(line);
    const anchor = id === undefined ? null : html` id="${id}"`;
    const mark = line === current ? html` aria-current="true"` : null;
    const code = html`<code${anchor}>${coloured[line - 1] ?? null}</code>`;
    return html`<div id="L${line}"${mark}><a href="#L${line}">${line}</a>${code}</div>`;
  };
  const all = { line: 0, end: lines.length, blocks: findBlocks(lines) };
  return joinMarkup(renderPieces(all, lineOf));
}

/** What is below the first line of a block, in pieces; a block longer than a piece has pieces of its own. */
function renderPieces(whole: Block, lineOf: (line: number) => Markup): readonly Markup[] {
  const pieces: Markup[] = [];
  let piece: Markup[] = [];
  let size = 0;
  const add = (markup: Markup, lines: number) => {
    piece.push(markup);
    size += lines;
    if (size >= PIECE_LINES) endPiece();
  };
  const endPiece = () => {
    const rows = SIZES.find((one) => one >= size) ?? PIECE_LINES;
    if (size > 0) pieces.push(html`<div data-rows="${rows}">${piece}</div>`);
    piece = [];
    size = 0;
  };
  for (const part of partsOf(whole)) {
    if (typeof part === "number") add(lineOf(part), 1);
    else if (part.end - part.line < PIECE_LINES) add(renderBlock(part, lineOf), part.end - part.line + 1);
    else {
      endPiece();
      pieces.push(details(part, renderPieces(part, lineOf), lineOf));
    }
  }
  endPiece();
  return pieces;
}

function renderBlock(block: Block, lineOf: (line: number) => Markup): Markup {
  const parts = partsOf(block).map((part) =>
    typeof part === "number" ? lineOf(part) : renderBlock(part, lineOf),
  );
  return details(block, parts, lineOf);
}

/** The first line stands beside what folds: its number is a link, and a summary may hold none. */
function details({ line, end }: Block, below: readonly Markup[], lineOf: (line: number) => Markup): Markup {
  const label = `Lines ${line + 1} to ${end}`;
  return html`<div class="block">${lineOf(line)}<details open><summary aria-label="${label}"></summary>${below}</details></div>`;
}

/** Below the first line of a block: blocks that fold, and the lines between them. */
function partsOf({ line, end, blocks }: Block): readonly (number | Block)[] {
  const parts: (number | Block)[] = [];
  let next = line + 1;
  for (const block of blocks) {
    if (block.end - block.line < MIN_FOLDED) continue;
    for (; next < block.line; next++) parts.push(next);
    parts.push(block);
    next = block.end + 1;
  }
  for (; next <= end; next++) parts.push(next);
  return parts;
}
