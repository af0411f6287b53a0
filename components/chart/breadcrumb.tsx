import type { ChartId } from "#lib/catalog/chart-path.ts";
import { parseChartQuery, searchPath, toggleFacet } from "#lib/catalog/chart-query.ts";

const EVERYTHING = parseChartQuery(new URLSearchParams());

/** Where the chart lives; source and namespace lead to their neighbours. */
export function Breadcrumb({ id }: { id: ChartId }) {
  const namespace = id.repository.split("/").slice(0, -1).join("/");
  const inSource = toggleFacet(EVERYTHING, "source", id.source);
  return (
    <nav aria-label="Where this chart is" className="font-mono text-ink-2 text-sm">
      <ol className="flex flex-wrap gap-x-2">
        <li>
          <Step href={searchPath(inSource)} name={id.source} />
        </li>
        {namespace !== "" && (
          <li>
            <span aria-hidden="true">/ </span>
            <Step href={searchPath(toggleFacet(inSource, "namespace", namespace))} name={namespace} />
          </li>
        )}
        <li aria-current="page">
          <span aria-hidden="true">/ </span>
          {id.repository.split("/").at(-1)}
        </li>
      </ol>
    </nav>
  );
}

function Step({ href, name }: { href: string; name: string }) {
  return (
    <a href={href} className="hover:underline hover:decoration-signal hover:underline-offset-3">
      {name}
    </a>
  );
}
