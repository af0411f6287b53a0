"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { SearchIcon } from "#components/ui/icons.tsx";

const load = () => import("./palette.client.tsx");
const Palette = lazy(async () => ({ default: (await load()).Palette }));

/** Opens the palette: by a click, or Ctrl K (⌘ K) from anywhere. */
export function PaletteButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function toggle(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.shiftKey || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      setOpen((before) => !before);
    }
    window.addEventListener("keydown", toggle);
    return () => window.removeEventListener("keydown", toggle);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="Go to a chart or page"
        aria-keyshortcuts="Control+K Meta+K"
        title="Go to a chart or page (Ctrl K or ⌘ K)"
        onClick={() => setOpen(true)}
        onPointerEnter={() => void load()}
        className="noscript:hidden flex h-7.5 items-center gap-2 rounded-sm border border-edge bg-paper px-2 text-ink-2 text-sm hover:border-ink hover:text-ink"
      >
        <SearchIcon />
        <kbd className="text-xs max-sm:hidden">Ctrl K</kbd>
      </button>
      {open && (
        <Suspense>
          <Palette close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
