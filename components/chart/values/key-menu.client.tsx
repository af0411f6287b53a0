"use client";

import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { fetchKeyText, type KeyTextKind } from "./key-text.ts";
import { keyUsesPlace } from "./values-place.ts";

const COPIES: readonly (readonly [kind: KeyTextKind, label: string])[] = [
  ["path", "Copy path"],
  ["set", "Copy --set"],
  ["yaml", "Copy YAML"],
];
const SHOWN_MS = 2000;

/**
 * One menu for all rows of the list, in the row that is pointed at or has the focus: what to copy of its key, and where
 * templates use it. Without JavaScript the page of the key has the same.
 */
export function KeyMenu({ listId }: { listId: string }) {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState("");
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const list = document.getElementById(listId);
    if (list === null) return;
    // Moved from row to row: to be made anew in each, it would lose the focus.
    const host = document.createElement("div");
    host.className = "values-menu";
    setHost(host);

    function enter({ target, type }: Event) {
      const row = target instanceof Element ? target.closest<HTMLElement>("ul[data-rows] > li") : null;
      if (row === null || row.contains(host)) return;
      // Where it is open, has just copied, or has the keyboard, it stays until another row is chosen.
      const held = host.querySelector("ul, :focus-visible, [role=status]:not(:empty)") !== null;
      if (type === "pointerover" && held) return;
      row.append(host);
      setPath(pathOf(row));
      setOpen(false);
      setOutcome("");
    }
    list.addEventListener("pointerover", enter);
    list.addEventListener("focusin", enter);
    list.addEventListener("click", enter);
    return () => {
      list.removeEventListener("pointerover", enter);
      list.removeEventListener("focusin", enter);
      list.removeEventListener("click", enter);
      host.remove();
    };
  }, [listId]);

  useEffect(() => {
    if (outcome === "") return;
    const timer = setTimeout(() => setOutcome(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  if (host === null || path === null) return null;

  async function copy(kind: KeyTextKind) {
    try {
      await navigator.clipboard.writeText(
        kind === "path" ? (path ?? "") : await fetchKeyText(path ?? "", kind),
      );
      setOutcome("Copied");
    } catch {
      setOutcome("Not copied");
    }
    button.current?.focus();
    setOpen(false);
  }

  function close({ key }: { key: string }) {
    if (key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  }

  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button in it has opened
    <div onKeyDown={close}>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-label={`Copy or find ${path}`}
        onClick={() => setOpen(!open)}
      >
        {outcome === "" ? "⋯" : outcome}
      </button>
      <span role="status" className="sr-only">
        {outcome}
      </span>
      {open && (
        <ul>
          {COPIES.map(([kind, label]) => (
            <li key={kind}>
              <button type="button" onClick={() => copy(kind)}>
                {label}
              </button>
            </li>
          ))}
          <li>
            <a href={keyUsesPlace(path)}>Templates that use it</a>
          </li>
        </ul>
      )}
    </div>,
    host,
  );
}

function pathOf(row: HTMLElement): string | null {
  const link = row.querySelector<HTMLAnchorElement>("a[href*='key=']");
  return link === null ? null : new URL(link.href).searchParams.get("key");
}
