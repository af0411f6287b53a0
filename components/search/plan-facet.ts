import { isSelected } from "#lib/catalog/active-filters.ts";
import type { FacetValue } from "#lib/catalog/catalog.ts";
import type { FacetName } from "#lib/catalog/chart-query.ts";

/** Values of a facet that are shown without being asked for. */
const SHOWN = 8;
/** Values of a facet that are counted, the most frequent; of a rarer one nothing is known. */
const COUNTED = 100;

/** A value of a facet as it is shown: `count` is null if it was not counted. */
export interface ListedValue {
  readonly value: string;
  readonly count: number | null;
}

/** What the type facet says already, and what nearly every chart is: worth typing, not worth a line. */
const UNSHOWN: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
  is: ["application", "library", "stable"],
};

/**
 * Which values of a facet stand open and which are folded away. What is selected stands open, also when no chart has
 * it any more, so that it can always be taken back; and nobody has to unfold a single value. A typed pattern (`team-*`)
 * is no value and has no count: it is among the active filters.
 */
export function planFacet(
  facet: FacetName,
  values: readonly FacetValue[],
  selected: readonly string[],
): { shown: readonly ListedValue[]; folded: readonly ListedValue[] } {
  const chosen = selected.filter((value) => !value.endsWith("*"));
  const listed = values
    .filter(
      ({ value, count }) =>
        isSelected(chosen, value) || (count > 0 && !(UNSHOWN[facet] ?? []).includes(value)),
    )
    .map(({ value, count }) => ({ value, count: count === 0 && values.length > COUNTED ? null : count }));
  const first = listed.length <= SHOWN + 1 ? listed : listed.slice(0, SHOWN);
  const rest = listed.slice(first.length);
  const known = listed.map(({ value }) => value);
  const absent = chosen.filter((value) => !isSelected(known, value));
  return {
    shown: [
      ...first,
      ...rest.filter(({ value }) => isSelected(chosen, value)),
      ...absent.map((value) => ({ value, count: 0 })),
    ],
    folded: rest.filter(({ value }) => !isSelected(chosen, value)),
  };
}
