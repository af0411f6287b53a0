import { CrossIcon } from "#components/ui/icons.tsx";
import { type ChartQuery, FACETS, searchPath, toggleFacet } from "#lib/catalog/chart-query.ts";
import { FACET_LABELS } from "./facet-labels.ts";
import { followHere } from "./follow-here.ts";

interface FilterChipsProps {
  readonly query: ChartQuery;
  readonly go: (change: (query: ChartQuery) => ChartQuery) => void;
}

/** What is selected, each with a way to take it back, for when the facets themselves are not in sight. */
export function FilterChips({ query, go }: FilterChipsProps) {
  return FACETS.flatMap((facet) =>
    query.facets[facet].map((value) => (
      <a
        key={`${facet} ${value}`}
        href={searchPath(toggleFacet(query, facet, value))}
        onClick={followHere(() => go((before) => toggleFacet(before, facet, value)))}
        aria-label={`Remove filter ${FACET_LABELS[facet]}: ${value}`}
        className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-sm bg-sea-2 px-2.5 text-ink text-sm"
      >
        <bdi className="truncate">{value}</bdi>
        <CrossIcon />
      </a>
    )),
  );
}
