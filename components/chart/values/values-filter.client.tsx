"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import { formatCount } from "#components/ui/format.ts";
import { filterRows, foldGroups, type ListedRows, readRows } from "./filter-list.ts";
import { parseWords } from "./find-words.ts";

/** After the last letter: browsers stop a page that changes its address at every one. */
const REMEMBER_MS = 200;

/**
 * The search box over the values. It is a form that asks the server; with JavaScript it hides and marks the rows of the
 * list that is there, and keeps the address in step.
 */
export function ValuesFilter({
  listId,
  find,
  shown,
  total,
}: {
  listId: string;
  find: string;
  shown: number;
  total: number;
}) {
  const [count, setCount] = useState(shown);
  const [folded, setFolded] = useState(false);
  const rows = useRef<ListedRows | null>(null);
  const late = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(late.current), []);

  /** Before the first letter: of thousands of rows it takes longer than a frame. */
  function read() {
    const list = document.getElementById(listId);
    if (list !== null) rows.current ??= readRows(list);
  }

  function filter(event: ChangeEvent<HTMLInputElement>) {
    read();
    if (rows.current === null) return;
    const find = event.currentTarget.value.trim();
    setCount(filterRows(rows.current, parseWords(find)));
    clearTimeout(late.current);
    late.current = setTimeout(() => rememberFind(find), REMEMBER_MS);
  }

  function fold() {
    const list = document.getElementById(listId);
    if (list !== null) foldGroups(list, folded);
    setFolded(!folded);
  }

  return (
    <search className="flex min-w-0 flex-1 basis-60 items-center gap-2.5">
      <form
        className="relative flex min-w-0 flex-1 items-center"
        onSubmit={(event) => event.preventDefault()}
      >
        <input type="hidden" name="tab" value="values" />
        <input
          type="search"
          name="find"
          defaultValue={find}
          onFocus={read}
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
      <button type="button" onClick={fold} className="noscript:hidden shrink-0 text-ink-2 text-link text-sm">
        {folded ? "Open all" : "Fold all"}
      </button>
    </search>
  );
}

function rememberFind(find: string) {
  const url = new URL(window.location.href);
  if (find === "") url.searchParams.delete("find");
  else url.searchParams.set("find", find);
  url.hash = "";
  window.history.replaceState(null, "", url);
}
