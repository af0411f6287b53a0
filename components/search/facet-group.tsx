import { formatCount } from "#components/ui/format.ts";
import type { FacetValue } from "#lib/catalog/catalog.ts";
import type { ChartQuery, FacetName } from "#lib/catalog/chart-query.ts";
import { FacetFinder } from "./facet-finder.tsx";
import { FACET_LABELS } from "./facet-labels.ts";
import { FacetOption } from "./facet-option.tsx";
import { type ListedValue, planFacet } from "./plan-facet.ts";

interface FacetGroupProps {
  readonly facet: FacetName;
  readonly values: readonly FacetValue[];
  readonly selected: readonly string[];
  readonly query: ChartQuery;
  readonly onToggle: (value: string) => void;
}

/** Facets that can have more values than one reads through. */
const LONG_FACETS: ReadonlySet<FacetName> = new Set(["namespace", "keyword", "license", "maintainer"]);

/** One facet: its most frequent values, whatever is selected, and the rest folded away, with a way to search it. */
export function FacetGroup({ facet, values, selected, query, onToggle }: FacetGroupProps) {
  const { shown, folded } = planFacet(facet, values, selected);
  if (shown.length === 0) return null;
  const option = (one: ListedValue) => (
    <FacetOption key={one.value} {...one} facet={facet} selected={selected} onToggle={onToggle} />
  );
  return (
    <fieldset className="mb-3.5 border-rule border-t pt-3 first:border-t-0 first:pt-0.5">
      <legend className="float-left mb-1.5 w-full font-semibold text-sm">{FACET_LABELS[facet]}</legend>
      <ul className="clear-both">{shown.map(option)}</ul>
      {folded.length > 0 && (
        <details>
          <summary className="text-link w-fit py-1 text-ink-2 text-sm">
            Show {formatCount(folded.length)} more
          </summary>
          {LONG_FACETS.has(facet) ? (
            <FacetFinder facet={facet} folded={folded} query={query} option={option} />
          ) : (
            <ul>{folded.map(option)}</ul>
          )}
        </details>
      )}
    </fieldset>
  );
}
