import { type RefObject, useEffect } from "react";

/** `/` puts the cursor into the box from anywhere but a place one types in. */
export function useFocusBySlash(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function focusBox(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, select, dialog, [contenteditable]")
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
