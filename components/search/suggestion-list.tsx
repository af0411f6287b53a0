import type { Suggestion } from "./plan-completion.ts";

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** -1 if none is. */
  readonly active: number;
  readonly accept: (suggestion: Suggestion) => void;
}

/** The list below a box one types in; the focus stays in the box, which names the active option. */
export function SuggestionList({ id, suggestions, active, accept }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className="absolute inset-x-[-1.5px] top-full z-20 mt-1 max-h-96 overflow-y-auto rounded-sm border border-ink bg-paper py-1"
    >
      {suggestions.map((suggestion, index) => (
        <button
          key={suggestion.label}
          type="button"
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The box keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => accept(suggestion)}
          className="flex w-full items-baseline gap-3 px-3.5 py-1 text-left hover:bg-sea-1 aria-selected:bg-sea-2 max-md:py-2"
        >
          <bdi className="min-w-0 font-mono text-sm">{suggestion.label}</bdi>
          <span className="ml-auto shrink-0 text-ink-2 text-sm tabular-nums">{suggestion.hint}</span>
        </button>
      ))}
    </div>
  );
}

/** What `aria-activedescendant` names. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
