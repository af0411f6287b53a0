"use client";

import { type KeyboardEvent, type SubmitEvent, useEffect, useRef } from "react";
import { SearchIcon } from "#components/ui/icons.tsx";
import { focusFirstHit, SEARCH_BOX_ID, SEARCH_FORM_ID } from "./hit-focus.ts";
import { useSearch } from "./search-context.client.tsx";

/**
 * The box everything starts from. Filters and sort order elsewhere on the page belong to its form by id, so that
 * without JavaScript one submission carries all of them.
 */
export function SearchBox() {
  const { query, elsewhere, type, settle } = useSearch();
  const input = useRef<HTMLInputElement>(null);
  useFocusBySlash(input);

  // The browser owns the text. At first it may hold more than the query: what was typed before the scripts ran.
  useEffect(() => {
    const box = input.current;
    if (box === null) return;
    if (elsewhere === null) type(box.value);
    else box.value = elsewhere.text;
  }, [elsewhere, type]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    settle();
  }

  function leaveDownwards(event: KeyboardEvent) {
    if (event.key === "ArrowDown" && focusFirstHit()) event.preventDefault();
  }

  return (
    <search>
      <form id={SEARCH_FORM_ID} action="/" autoComplete="off" onSubmit={submit} className="max-w-[51rem]">
        <div className="relative flex h-12.5 items-center gap-2.5 rounded-sm border-[1.5px] border-ink bg-paper pr-3 pl-3.5 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-signal has-[:focus-visible]:outline-offset-2">
          <SearchIcon />
          <input
            ref={input}
            id={SEARCH_BOX_ID}
            type="search"
            name="q"
            defaultValue={query.text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={leaveDownwards}
            aria-label="Search charts"
            aria-keyshortcuts="/"
            placeholder="redis, message queue, ingress…"
            maxLength={300}
            dir="auto"
            spellCheck={false}
            autoCapitalize="off"
            enterKeyHint="search"
            className="peer h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3"
          />
          <span
            aria-hidden="true"
            className="rounded-sm border border-edge border-b-2 px-1.5 font-medium text-ink-3 text-xs peer-focus:hidden max-sm:hidden font-mono"
          >
            /
          </span>
          <noscript>
            <button type="submit" className="rounded-sm bg-signal px-3 py-1 font-semibold text-on-signal">
              Search
            </button>
          </noscript>
        </div>
        <p className="mt-2 text-ink-2 text-sm">
          Names, keywords, descriptions and READMEs are searched.
          <span className="max-sm:hidden noscript:hidden">
            {" "}
            Arrow keys walk the results, Enter opens one.
          </span>
        </p>
      </form>
    </search>
  );
}

/** `/` puts the cursor into the box from anywhere but a place one types in. */
function useFocusBySlash(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    function focusBox(event: globalThis.KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, select, [contenteditable]")
      )
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    window.addEventListener("keydown", focusBox);
    return () => window.removeEventListener("keydown", focusBox);
  }, [input]);
}
