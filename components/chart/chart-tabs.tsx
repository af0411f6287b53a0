import { formatCount } from "#components/ui/format.ts";
import { type ChartId, type ChartTab, chartPath } from "#lib/catalog/chart-path.ts";

const LABELS: Readonly<Record<ChartTab, string>> = {
  readme: "README",
  values: "Values",
  templates: "Templates",
  dependencies: "Dependencies",
  resources: "Resources",
  changes: "Changes",
  versions: "Versions",
  install: "Install",
};

/** The parts of the page, as links. On a narrow screen the facts stand behind them all, and have a link too. */
export function ChartTabs({
  id,
  address,
  current,
  counts,
}: {
  id: ChartId;
  /** The version as the page's address names it. */
  address: string | null;
  current: ChartTab;
  counts: { readonly [tab in ChartTab]?: number | undefined };
}) {
  const tabs = Object.entries(LABELS) as [ChartTab, string][];
  return (
    <nav aria-label="Chart" className="mt-3">
      <ul className="-mb-px flex flex-wrap gap-x-5 max-sm:gap-x-3 max-sm:text-sm md:gap-x-6.5">
        {tabs.map(([tab, label]) => (
          <li key={tab}>
            <a
              href={chartPath(id, address, tab)}
              aria-current={tab === current ? "page" : undefined}
              className="block border-transparent border-b-3 pt-2 pb-2 text-ink-2 max-sm:py-1.5 hover:text-ink aria-[current]:border-signal aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {label}
              {counts[tab] !== undefined && (
                <span className="ml-1.5 font-mono max-sm:ml-1 font-normal text-ink-2 text-xs">
                  {formatCount(counts[tab])}
                </span>
              )}
            </a>
          </li>
        ))}
        <li className="lg:hidden">
          <a href="#about" className="block pt-2 pb-2 text-ink-2 hover:text-ink max-sm:py-1.5">
            About
          </a>
        </li>
      </ul>
    </nav>
  );
}
