import { formatCount } from "#components/ui/format.ts";
import { isSelected } from "#lib/catalog/active-filters.ts";
import type { FacetName } from "#lib/catalog/chart-query.ts";
import { SEARCH_FORM_ID } from "./hit-focus.ts";

interface FacetOptionProps {
  readonly facet: FacetName;
  readonly value: string;
  /** Null if it is not known: of the rarest values only those are counted that one looks for. */
  readonly count: number | null;
  readonly selected: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** One value of a facet, with its count. */
export function FacetOption({ facet, value, count, selected, onToggle }: FacetOptionProps) {
  return (
    <li>
      <label className="flex cursor-pointer items-start gap-2 py-0.5 text-ink-2 text-sm hover:text-ink has-checked:font-semibold has-checked:text-ink max-md:py-1.5">
        <input
          type="checkbox"
          name={facet}
          value={value}
          form={SEARCH_FORM_ID}
          checked={isSelected(selected, value)}
          onChange={() => onToggle(value)}
          className="check-box mt-0.75"
        />
        <bdi className="min-w-0">{value}</bdi>
        <span className="ml-auto font-mono font-normal text-ink-3 text-xs leading-[1.6]">
          {count === null ? "" : formatCount(count)}
        </span>
      </label>
    </li>
  );
}
