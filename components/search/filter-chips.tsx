import { CrossIcon } from "#components/ui/icons.tsx";
import { activeFilters, withoutAnyFilter, withoutFilter } from "#lib/catalog/active-filters.ts";
import { type ChartQuery, searchPath } from "#lib/catalog/chart-query.ts";
import { followHere } from "./follow-here.ts";

interface FilterChipsProps {
  readonly query: ChartQuery;
  readonly go: (change: (query: ChartQuery) => ChartQuery) => void;
}

/** Everything that restricts the search, typed or picked, each with a way to take it back. */
export function FilterChips({ query, go }: FilterChipsProps) {
  const filters = activeFilters(query);
  if (filters.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-2 border-rule border-b py-2">
      {filters.map((filter) => {
        const { name, value, negated } = filter;
        const label = `${negated ? "not " : ""}${name}`;
        return (
          <li key={`${label} ${value}`} className="max-w-full">
            <a
              href={searchPath(withoutFilter(query, filter))}
              onClick={followHere(() => go((before) => withoutFilter(before, filter)))}
              aria-label={`Remove filter ${label}: ${value}`}
              className="inline-flex min-h-7 max-w-full items-center gap-2 rounded-sm bg-sea-2 px-2.5 text-ink text-sm hover:underline hover:decoration-signal hover:underline-offset-3 max-md:min-h-9"
            >
              <span className="min-w-0 truncate">
                <span className="text-ink-2">{label}</span> <bdi>{value}</bdi>
              </span>
              <CrossIcon />
            </a>
          </li>
        );
      })}
      {filters.length > 1 && (
        <li>
          <a
            href={searchPath(withoutAnyFilter(query))}
            onClick={followHere(() => go(withoutAnyFilter))}
            className="text-link py-1 text-ink-2 text-sm"
          >
            Clear all filters
          </a>
        </li>
      )}
    </ul>
  );
}
