"use client";

import { useState } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import { activeFilters, selectedValues, switchFacet } from "#lib/catalog/active-filters.ts";
import { FACETS } from "#lib/catalog/chart-query.ts";
import { FacetGroup } from "./facet-group.tsx";
import { SEARCH_FORM_ID } from "./hit-focus.ts";
import { useSearch } from "./search-context.client.tsx";

/** The facets with their counts: beside the results where there is room, else behind a button. */
export function Filters() {
  const { query, answer, go } = useSearch();
  const facets = answer?.page.facets;
  const [open, setOpen] = useState(false);
  const count = activeFilters(query).length;
  const groups = FACETS.map((facet) => ({
    facet,
    values: facets?.[facet] ?? [],
    selected: selectedValues(query, facet),
  })).filter(({ values, selected }) => values.length + selected.length > 0);
  if (groups.length === 0) return null;

  return (
    <aside aria-label="Filters">
      <button
        type="button"
        aria-expanded={open}
        aria-controls="facets"
        onClick={() => setOpen(!open)}
        className={`${controlStyle.secondary} noscript:hidden md:hidden`}
      >
        {count === 0 ? "Filters" : `Filters · ${count}`}
      </button>
      <div id="facets" className={`${open ? "" : "max-md:hidden"} noscript:block max-md:pt-4`}>
        {groups.map((group) => (
          <FacetGroup
            key={group.facet}
            {...group}
            query={query}
            onToggle={(value) => go((before) => switchFacet(before, group.facet, value))}
          />
        ))}
        <noscript>
          <button type="submit" form={SEARCH_FORM_ID} className={controlStyle.secondary}>
            Apply filters
          </button>
        </noscript>
      </div>
    </aside>
  );
}
