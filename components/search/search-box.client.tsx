"use client";

import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useRef } from "react";
import { SearchIcon } from "#components/ui/icons.tsx";
import { termAt } from "#lib/catalog/search-text.ts";
import { focusFirstHit, SEARCH_BOX_ID, SEARCH_FORM_ID } from "./hit-focus.ts";
import { Mistakes } from "./mistakes.tsx";
import { useSearch } from "./search-context.client.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import { useCompletion } from "./use-completion.ts";
import { useFocusBySlash } from "./use-focus-by-slash.ts";

const LIST_ID = "suggestions";
const MISTAKES_ID = "mistakes";

/**
 * The box everything starts from. Filters and sort order elsewhere on the page belong to its form by id, so that
 * without JavaScript one submission carries all of them. `children` stand below it.
 */
export function SearchBox({ children }: { children: ReactNode }) {
  const { query, elsewhere, type, settle } = useSearch();
  const input = useRef<HTMLInputElement>(null);
  const { suggestions, active, accept, look, leave, press, draft, attributes } = useCompletion(
    LIST_ID,
    query,
    put,
  );
  useFocusBySlash(input);

  // The browser owns the text. At first it may hold more than the query: what was typed before the scripts ran.
  useEffect(() => {
    const box = input.current;
    if (box === null) return;
    if (elsewhere === null) type(box.value);
    else box.value = elsewhere.text;
  }, [elsewhere, type]);

  function put(text: string, caret: number) {
    const box = input.current;
    if (box === null) return;
    box.value = text;
    box.setSelectionRange(caret, caret);
    type(text);
  }

  function correct(text: string) {
    put(text, text.length);
    settle();
    input.current?.focus();
  }

  /** What was typed is asked now: a click elsewhere on the page is about that, not about the half of it. */
  function finish() {
    leave();
    settle();
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    finish();
  }

  function walk(event: KeyboardEvent) {
    if (press(event)) event.preventDefault();
    else if (event.key === "ArrowDown" && focusFirstHit()) event.preventDefault();
  }

  return (
    <search>
      <form id={SEARCH_FORM_ID} action="/" autoComplete="off" onSubmit={submit} className="max-w-[51rem]">
        <div className="relative flex h-12.5 items-center gap-2.5 rounded-sm border-[1.5px] border-ink bg-paper pr-3 pl-3.5 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-signal has-[:focus-visible]:outline-offset-2">
          <SearchIcon />
          <input
            {...attributes}
            ref={input}
            id={SEARCH_BOX_ID}
            type="search"
            name="q"
            defaultValue={query.text}
            onChange={(event) => {
              const { value, selectionStart } = event.target;
              type(value, termAt(value, selectionStart ?? value.length)?.kind === "qualifier");
              look(event, true);
            }}
            onSelect={(event) => look(event, false)}
            onBlur={finish}
            onKeyDown={walk}
            aria-label="Search charts"
            aria-describedby={MISTAKES_ID}
            aria-keyshortcuts="/"
            placeholder="redis, message queue, image:nginx…"
            maxLength={300}
            dir="auto"
            spellCheck={false}
            autoCapitalize="off"
            enterKeyHint="search"
            className="peer h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3"
          />
          <span
            aria-hidden="true"
            className="rounded-sm border border-edge border-b-2 px-1.5 font-medium text-ink-3 text-xs peer-focus:hidden max-sm:hidden noscript:hidden font-mono"
          >
            /
          </span>
          <noscript>
            <button type="submit" className="rounded-sm bg-signal px-3 py-1 font-semibold text-on-signal">
              Search
            </button>
          </noscript>
          {suggestions.length > 0 && (
            <SuggestionList id={LIST_ID} suggestions={suggestions} active={active} accept={accept} />
          )}
        </div>
        <Mistakes
          id={MISTAKES_ID}
          query={query}
          draft={draft}
          proposing={suggestions.length > 0}
          correct={correct}
        />
        {children}
      </form>
    </search>
  );
}
