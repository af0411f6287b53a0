import type { MouseEvent } from "react";

/**
 * A click handler for a link whose page is this one with another query: an ordinary click is answered in place, one
 * that asks for a new tab or window stays the browser's.
 */
export function followHere(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act();
  };
}
