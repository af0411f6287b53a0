"use client";

import { useState } from "react";
import { controlStyle } from "#components/ui/control-style.ts";
import { countFilters, FACETS, searchPath, toggleFacet, withoutFilters } from "#lib/catalog/chart-query.ts";
import { FacetGroup } from "./facet-group.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { followHere } from "./follow-here.ts";
import { SEARCH_FORM_ID } from "./hit-focus.ts";
import { useSearch } from "./search-context.client.tsx";

/** The facets with their counts: beside the results where there is room, else behind a button. */
export function Filters() {
  const { query, answer, go } = useSearch();
  const facets = answer?.page.facets;
  const [open, setOpen] = useState(false);
  const count = countFilters(query);
  const groups = FACETS.filter((facet) => (facets?.[facet].length ?? 0) + query.facets[facet].length > 0);
  if (groups.length === 0) return null;

  return (
    <aside aria-label="Filters">
      <div className="flex flex-wrap gap-2 md:hidden">
        <button
          type="button"
          aria-expanded={open}
          aria-controls="facets"
          onClick={() => setOpen(!open)}
          className={`${controlStyle.secondary} noscript:hidden`}
        >
          {count === 0 ? "Filters" : `Filters · ${count}`}
        </button>
        <FilterChips query={query} go={go} />
      </div>
      <div id="facets" className={`${open ? "" : "max-md:hidden"} noscript:block max-md:pt-4`}>
        {groups.map((facet) => (
          <FacetGroup
            key={facet}
            facet={facet}
            values={facets?.[facet] ?? []}
            selected={query.facets[facet]}
            onToggle={(value) => go((before) => toggleFacet(before, facet, value))}
          />
        ))}
        {count > 0 && (
          <a
            href={searchPath(withoutFilters(query))}
            onClick={followHere(() => go(withoutFilters))}
            className="text-link text-sm max-md:hidden"
          >
            Clear all filters
          </a>
        )}
        <noscript>
          <button type="submit" form={SEARCH_FORM_ID} className={controlStyle.secondary}>
            Apply filters
          </button>
        </noscript>
      </div>
    </aside>
  );
}
