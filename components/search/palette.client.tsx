"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import { SearchIcon } from "#components/ui/icons.tsx";
import { QueryProvider } from "#components/ui/query-provider.client.tsx";
import { AnnouncedCount } from "./announced-count.tsx";
import { PaletteList, paletteOptionId } from "./palette-list.tsx";
import type { PaletteOption } from "./plan-palette.ts";
import { forgetPlaces, readRecent, rememberPlace, searchPlace } from "./recent-places.ts";
import { usePalette } from "./use-palette.ts";

const LIST_ID = "palette-list";

/** Jumps to charts, versions, pages and searches, from anywhere. Loaded when it is first asked for. */
export function Palette({ close }: { close: () => void }) {
  return (
    <QueryProvider>
      <PaletteDialog close={close} />
    </QueryProvider>
  );
}

function PaletteDialog({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState({ text: "", caret: 0 });
  const [recent, setRecent] = useState(readRecent);
  const [chosen, setChosen] = useState(0);
  const { groups, late, failed } = usePalette(draft, recent);
  const options = groups.flatMap((group) => group.options);
  const active = Math.min(chosen, options.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    document.getElementById(paletteOptionId(LIST_ID, active))?.scrollIntoView({ block: "nearest" });
  }, [active]);

  function write(text: string, caret: number) {
    setDraft({ text, caret });
    setChosen(0);
  }

  function open(href: string) {
    close();
    window.location.assign(href);
  }

  function act({ act: chosenAct }: PaletteOption) {
    switch (chosenAct.kind) {
      case "open":
        if (chosenAct.recent !== null) rememberPlace(chosenAct.recent);
        open(chosenAct.href);
        break;
      case "write":
        write(chosenAct.text, chosenAct.caret);
        input.current?.focus();
        break;
      case "theme":
        close();
        // The switch in the masthead is what knows how.
        document.querySelector<HTMLElement>(`button[name="theme"][value="${chosenAct.theme}"]`)?.click();
        break;
      case "forget":
        forgetPlaces();
        setRecent([]);
        input.current?.focus();
    }
  }

  /** Enter before the answer is there is for what was typed, not for what an earlier text found. */
  function enter() {
    const option = options[active];
    if (late && option?.act.kind === "open" && draft.text.trim() !== "") {
      const place = searchPlace(draft.text.trim());
      rememberPlace(place);
      open(place.href);
    } else if (option !== undefined) act(option);
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || options.length === 0) return;
    const option = options[active];
    if (event.key === "ArrowDown") setChosen((active + 1) % options.length);
    else if (event.key === "ArrowUp") setChosen((active + options.length - 1) % options.length);
    else if (event.key === "Enter") enter();
    else if (event.key === "Tab" && !event.shiftKey && option?.act.kind === "write") act(option);
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Go to"
      onClose={close}
      onPointerDown={(event) => event.target === dialog.current && close()}
      className="mx-auto mt-[8vh] max-h-[80vh] w-[min(40rem,calc(100vw-1.5rem))] overflow-hidden rounded-sm border-[1.5px] border-ink bg-paper text-ink backdrop:bg-sea-1/80 open:flex open:flex-col"
    >
      <div className="flex h-12.5 shrink-0 items-center gap-2.5 border-rule border-b pr-2 pl-3.5">
        <SearchIcon />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Go to a chart, a version or a page"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? LIST_ID : undefined}
          aria-activedescendant={options.length > 0 ? paletteOptionId(LIST_ID, active) : undefined}
          value={draft.text}
          onChange={({ target }) => write(target.value, target.selectionStart ?? target.value.length)}
          onKeyDown={press}
          placeholder="A chart, redis@ for its versions, a page…"
          maxLength={300}
          dir="auto"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-3"
        />
        <button type="button" onClick={close} className={controlStyle.secondary}>
          Close
        </button>
      </div>
      <AnnouncedCount text={`${options.length} ${options.length === 1 ? "entry" : "entries"}`} />
      {failed && <p className="px-3.5 py-2 text-bad text-sm">The search engine does not answer just now.</p>}
      {options.length > 0 ? (
        <PaletteList id={LIST_ID} groups={groups} active={active} act={act} />
      ) : (
        <p className="px-3.5 py-4 text-ink-2 text-sm">{late ? "Searching…" : "Nothing has this name."}</p>
      )}
    </dialog>
  );
}
