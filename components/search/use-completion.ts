import { type KeyboardEvent, type SyntheticEvent, useState } from "react";
import type { ChartQuery } from "#lib/catalog/chart-query.ts";
import type { Suggestion } from "./plan-completion.ts";
import { optionId } from "./suggestion-list.tsx";
import { type Draft, useSuggestions } from "./use-suggestions.ts";

/** A draft, and whether it was just typed: looking around in a text opens no list. */
interface TypedDraft extends Draft {
  readonly typed: boolean;
}

/**
 * Completion of the box one types in, by the ARIA pattern of a combobox with a list: the arrow keys walk it, Enter and Tab
 * take what is active (Tab the first, if none is), Escape closes it.
 */
export function useCompletion(listId: string, query: ChartQuery, put: (text: string, caret: number) => void) {
  const [draft, setDraft] = useState<TypedDraft | null>(null);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(draft?.typed ? draft : null, query);
  const open = suggestions.length > 0;

  function look(
    { currentTarget: { value, selectionStart } }: SyntheticEvent<HTMLInputElement>,
    typed: boolean,
  ) {
    const next = { text: value, caret: selectionStart ?? value.length, typed };
    if (!typed && draft?.text === next.text && draft.caret === next.caret) return;
    setDraft(next);
    setActive(-1);
  }

  function accept({ text, caret }: Suggestion) {
    put(text, caret);
    setDraft({ text, caret, typed: true });
    setActive(-1);
  }

  function leave() {
    setDraft(null);
    setActive(-1);
  }

  /** Whether the key was for the list. */
  function press(event: KeyboardEvent): boolean {
    if (!open || event.nativeEvent.isComposing) return false;
    const chosen = suggestions[active];
    switch (event.key) {
      case "ArrowDown":
        // Below the last one the hits go on.
        if (active === suggestions.length - 1) return false;
        setActive(active + 1);
        return true;
      case "ArrowUp":
        setActive(Math.max(-1, active - 1));
        return true;
      case "Enter":
        if (chosen !== undefined) accept(chosen);
        return chosen !== undefined;
      case "Tab": {
        const taken = chosen ?? suggestions[0];
        if (event.shiftKey || taken === undefined) return false;
        accept(taken);
        return true;
      }
      case "Escape":
        setDraft(draft === null ? null : { ...draft, typed: false });
        setActive(-1);
        return true;
      default:
        return false;
    }
  }

  return {
    suggestions,
    active,
    accept,
    look,
    leave,
    press,
    /** Null while the focus is elsewhere. */
    draft,
    attributes: {
      role: "combobox" as const,
      "aria-autocomplete": "list" as const,
      "aria-expanded": open,
      "aria-controls": open ? listId : undefined,
      "aria-activedescendant": open && active >= 0 ? optionId(listId, active) : undefined,
    },
  };
}
