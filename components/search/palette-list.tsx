import type { PaletteGroup, PaletteOption } from "./plan-palette.ts";

interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly PaletteGroup[];
  /** Counted through all groups. */
  readonly active: number;
  readonly act: (option: PaletteOption) => void;
}

/** The lines of the palette under their headings; the focus stays in its box, which names the active one. */
export function PaletteList({ id, groups, active, act }: PaletteListProps) {
  let index = -1;
  return (
    <div id={id} role="listbox" aria-label="Where to" className="min-h-0 overflow-y-auto py-1.5">
      {groups.map(({ label, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box
        <div key={label} role="group" aria-label={label}>
          <p aria-hidden="true" className="px-3.5 pt-2 pb-0.5 font-semibold text-ink-3 text-xs">
            {label}
          </p>
          {options.map((option) => {
            index += 1;
            return (
              <button
                key={`${option.label} ${option.hint}`}
                type="button"
                id={paletteOptionId(id, index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                // The box keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => act(option)}
                className="flex w-full items-baseline gap-3 px-3.5 py-1.5 text-left hover:bg-sea-1 aria-selected:bg-sea-2 max-md:py-2.5"
              >
                <bdi className="min-w-0">{option.label}</bdi>
                <span className="ml-auto min-w-0 text-right text-ink-2 text-sm">{option.hint}</span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** What `aria-activedescendant` names. */
export function paletteOptionId(list: string, index: number): string {
  return `${list}-${index}`;
}
