"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import { formatCount } from "#components/ui/format.ts";
import { hasWords, MAX_MARKED_ROWS, parseWords } from "./find-words.ts";

const HIGHLIGHT = "found";

/**
 * The search box over the values. It is a form that asks the server; with JavaScript it hides and marks the rows of the
 * table that is there, and keeps the address in step.
 */
export function ValuesFilter({
  tableId,
  find,
  shown,
  total,
}: {
  tableId: string;
  find: string;
  shown: number;
  total: number;
}) {
  const [count, setCount] = useState(shown);
  const rows = useRef<readonly FilteredRow[] | null>(null);

  useEffect(() => {
    // The browser knows the place from the address only if that names an element.
    if (window.location.hash !== "") return;
    document.querySelector(`#${tableId} [aria-current]`)?.scrollIntoView({ block: "center" });
  }, [tableId]);

  function filter(event: ChangeEvent<HTMLInputElement>) {
    const table = document.getElementById(tableId);
    if (!(table instanceof HTMLTableElement)) return;
    rows.current ??= readRows(table);
    const words = parseWords(event.currentTarget.value);
    const found = rows.current.filter((row) => hasWords(row.text, words));
    const visible = new Set(found);
    for (const row of rows.current) row.element.hidden = !visible.has(row);
    for (const body of table.tBodies) {
      body.hidden = ![...body.rows].some((row) => !row.hidden && row.cells.length > 1);
    }
    // The marks the server made are of another search.
    table.dataset.live = "";
    markFound(found, words);
    setCount(found.length);
    rememberFind(event.currentTarget.value.trim());
  }

  return (
    <search className="min-w-0 flex-1 basis-60">
      <form className="relative flex items-center" onSubmit={(event) => event.preventDefault()}>
        <input type="hidden" name="tab" value="values" />
        <input
          type="search"
          name="find"
          defaultValue={find}
          onChange={filter}
          autoComplete="off"
          spellCheck={false}
          placeholder="Find a key or a word"
          aria-label="Find a key or a word"
          className={`${controlStyle.field} w-full pr-32 text-base sm:text-sm`}
        />
        <span role="status" className="pointer-events-none absolute right-3 text-ink-3 text-sm tabular-nums">
          {count === total
            ? `${formatCount(total)} keys`
            : `${formatCount(count)} of ${formatCount(total)} keys`}
        </span>
      </form>
    </search>
  );
}

interface FilteredRow {
  readonly element: HTMLTableRowElement;
  readonly cells: readonly Element[];
  readonly text: string;
}

/** The rows of keys, with the text of their path and description. */
function readRows(table: HTMLTableElement): readonly FilteredRow[] {
  return [...table.tBodies].flatMap((body) =>
    [...body.rows]
      .filter((element) => element.cells.length > 1)
      .map((element) => {
        const cells = [element.cells[0], element.cells[3]].filter((cell) => cell !== undefined);
        return { element, cells, text: cells.map((cell) => cell.textContent).join(" ") };
      }),
  );
}

/** Marks words without touching the elements, which are React's. A browser that cannot shows the rows unmarked. */
function markFound(found: readonly FilteredRow[], words: readonly string[]) {
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

function rememberFind(find: string) {
  const url = new URL(window.location.href);
  if (find === "") url.searchParams.delete("find");
  else url.searchParams.set("find", find);
  url.hash = "";
  window.history.replaceState(null, "", url);
}
