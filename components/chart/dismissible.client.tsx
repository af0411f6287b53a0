"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A `<details>` that closes like a menu: by Escape, by a click elsewhere, or when focus leaves it. */
export function Dismissible({ className, children }: { className: string; children: ReactNode }) {
  const element = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const details = element.current;
    if (details === null) return;
    const stop = new AbortController();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", closeOutside, { signal: stop.signal });
    document.addEventListener("focusin", closeOutside, { signal: stop.signal });
    details.addEventListener("keydown", closeByKey, { signal: stop.signal });
    return () => stop.abort();
  }, []);

  return (
    <details ref={element} className={className}>
      {children}
    </details>
  );
}
