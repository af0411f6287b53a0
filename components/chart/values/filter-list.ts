import { hasWords, MAX_MARKED_ROWS } from "./find-words.ts";
import { roundRows } from "./piece-rows.ts";

const HIGHLIGHT = "found";

/** The rows of the list of keys in a browser, read once: to ask thousands of elements for their text takes a while. */
export interface ListedRows {
  readonly list: HTMLElement;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly element: HTMLElement;
  readonly rows: readonly Row[];
  /** The sections and subcharts around it. */
  readonly groups: readonly HTMLElement[];
}

interface Row {
  readonly element: HTMLElement;
  /** Where the searched text stands: the key with its marks, and what is said of it. */
  readonly cells: readonly Element[];
  readonly text: string;
}

/** Reads the list that `renderValuesList` made. */
export function readRows(list: HTMLElement): ListedRows {
  const pieces = [...list.querySelectorAll<HTMLElement>("ul[data-rows]")].map((element) => ({
    element,
    rows: [...element.children].filter((row) => row instanceof HTMLElement).map(readRow),
    groups: groupsAround(element, list),
  }));
  return { list, pieces };
}

function readRow(element: HTMLElement): Row {
  const cells = [element.children[0], element.children[3]].filter((cell) => cell !== undefined);
  return { element, cells, text: cells.map((cell) => cell.textContent).join(" ") };
}

function groupsAround(piece: HTMLElement, list: HTMLElement): readonly HTMLElement[] {
  const groups: HTMLElement[] = [];
  for (let one = piece.parentElement; one !== null && one !== list; one = one.parentElement) {
    if (one.matches(".section, .subchart")) groups.push(one);
  }
  return groups;
}

/** Hides what lacks any of the words and marks what has them; answers how many rows are left. */
export function filterRows({ list, pieces }: ListedRows, words: readonly string[]): number {
  const found: Row[] = [];
  const seen = new Set<HTMLElement>();
  for (const piece of pieces) {
    const before = found.length;
    for (const row of piece.rows) {
      const has = hasWords(row.text, words);
      if (has) found.push(row);
      if (row.element.hidden === has) row.element.hidden = !has;
    }
    const left = found.length - before;
    piece.element.hidden = left === 0;
    piece.element.dataset.rows = String(roundRows(left));
    if (left > 0) for (const group of piece.groups) seen.add(group);
  }
  const groups = new Set(pieces.flatMap((piece) => piece.groups));
  for (const group of groups) {
    group.hidden = !seen.has(group);
    // What was found is not left folded away.
    if (words.length > 0 && seen.has(group) && group instanceof HTMLDetailsElement) group.open = true;
  }
  // The marks the server made are of another search, and the heights remembered of other rows.
  list.dataset.live = "";
  markFound(found, words);
  return found.length;
}

/** Opens or folds every group of the list. */
export function foldGroups(list: HTMLElement, open: boolean): void {
  for (const group of list.querySelectorAll<HTMLDetailsElement>("details.section, details.subchart")) {
    group.open = open;
  }
}

/** Marks words without touching the rows. A browser that cannot shows them unmarked. */
function markFound(found: readonly Row[], words: readonly string[]): void {
  if (!("highlights" in CSS)) return;
  const ranges =
    words.length === 0
      ? []
      : found.slice(0, MAX_MARKED_ROWS).flatMap((row) => row.cells.flatMap((cell) => rangesIn(cell, words)));
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
}

function rangesIn(cell: Element, words: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.textContent?.toLowerCase() ?? "";
    if (text.length !== node.textContent?.length) continue;
    for (const word of words) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}
