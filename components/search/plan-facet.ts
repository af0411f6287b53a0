import type { FacetValue } from "#lib/catalog/catalog.ts";

/** Values of a facet that are shown without being asked for. */
const SHOWN = 8;

/**
 * Which values of a facet stand open and which are folded away. What is selected stands open, also when no chart has
 * it any more, so that it can always be taken back; and nobody has to unfold a single value.
 */
export function planFacet(
  values: readonly FacetValue[],
  selected: readonly string[],
): { shown: readonly FacetValue[]; folded: readonly FacetValue[] } {
  const first = values.length <= SHOWN + 1 ? values : values.slice(0, SHOWN);
  const rest = values.slice(first.length);
  const absent = selected.filter((value) => !values.some((one) => one.value === value));
  return {
    shown: [
      ...first,
      ...rest.filter(({ value }) => selected.includes(value)),
      ...absent.map((value) => ({ value, count: 0 })),
    ],
    folded: rest.filter(({ value }) => !selected.includes(value)),
  };
}
