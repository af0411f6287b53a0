import { formatCount } from "#components/ui/format.ts";
import type { FacetValue } from "#lib/catalog/catalog.ts";
import type { FacetName } from "#lib/catalog/chart-query.ts";
import { FACET_LABELS } from "./facet-labels.ts";
import { SEARCH_FORM_ID } from "./hit-focus.ts";
import { planFacet } from "./plan-facet.ts";

interface FacetGroupProps {
  readonly facet: FacetName;
  readonly values: readonly FacetValue[];
  readonly selected: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** One facet: its most frequent values, whatever is selected, and the rest folded away. */
export function FacetGroup({ facet, values, selected, onToggle }: FacetGroupProps) {
  const { shown, folded } = planFacet(values, selected);
  const option = ({ value, count }: FacetValue) => (
    <FacetOption
      key={value}
      facet={facet}
      value={value}
      count={count}
      checked={selected.includes(value)}
      onToggle={onToggle}
    />
  );
  return (
    <fieldset className="mb-3.5 border-rule border-t pt-3 first:border-t-0 first:pt-0.5">
      <legend className="float-left mb-1.5 w-full font-semibold text-sm">{FACET_LABELS[facet]}</legend>
      <ul className="clear-both">{shown.map(option)}</ul>
      {folded.length > 0 && (
        <details>
          <summary className="text-link w-fit py-1 text-ink-2 text-sm">
            {formatCount(folded.length)} more
          </summary>
          <ul>{folded.map(option)}</ul>
        </details>
      )}
    </fieldset>
  );
}

function FacetOption({
  facet,
  value,
  count,
  checked,
  onToggle,
}: Omit<FacetGroupProps, "values" | "selected"> & FacetValue & { checked: boolean }) {
  return (
    <li>
      <label className="flex cursor-pointer items-start gap-2 py-0.5 text-ink-2 text-sm hover:text-ink has-checked:font-semibold has-checked:text-ink max-md:py-1.5">
        <input
          type="checkbox"
          name={facet}
          value={value}
          form={SEARCH_FORM_ID}
          checked={checked}
          onChange={() => onToggle(value)}
          className="check-box mt-0.75"
        />
        <bdi className="min-w-0">{value}</bdi>
        <span className="ml-auto font-mono font-normal text-ink-3 text-xs leading-[1.6]">
          {formatCount(count)}
        </span>
      </label>
    </li>
  );
}
