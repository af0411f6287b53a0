import type { ReactNode } from "react";
import { type ChartId, chartPath, valueKeyPath } from "#lib/catalog/chart-path.ts";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import { rawValuesPath, type ValuesMode } from "../chart-view.ts";

/** The ways values are shown, and what else can be done with them. */
export function ValuesNav({
  id,
  address,
  chosen,
  sought,
  hasFiles,
  children,
}: {
  id: ChartId;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  chosen: ValuesMode;
  /** The key somebody was sent to; the ways that show it lead to it. */
  sought: DocumentedKey | null;
  /** Whether there is a file to show as it is. */
  hasFiles: boolean;
  children?: ReactNode;
}) {
  const values = chartPath(id, address, "values");
  const ways = [
    {
      mode: "documented",
      name: "Documented",
      href: sought === null ? values : valueKeyPath(id, address, sought.path),
    },
    ...(hasFiles ? [{ mode: "raw", name: "Raw", href: rawValuesPath(id, address, sought) }] : []),
    { mode: "check", name: "Check my values", href: `${values}&view=check` },
  ];
  return (
    <>
      <nav
        aria-label="How values are shown"
        className="flex overflow-hidden rounded-sm border border-edge text-sm"
      >
        {ways.map(({ mode, name, href }) => (
          <a
            key={mode}
            href={href}
            aria-current={mode === chosen ? "page" : undefined}
            className="px-3 py-1.5 text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {name}
          </a>
        ))}
      </nav>
      {children}
    </>
  );
}
