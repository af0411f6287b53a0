import { Badge } from "#components/ui/badge.tsx";
import { formatQuantity } from "#components/ui/format.ts";
import { PageLinks } from "#components/ui/page-links.tsx";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { chartPath } from "#lib/catalog/chart-path.ts";
import type { Dependent, Dependents } from "#lib/catalog/chart-relations.ts";
import { usedByPath } from "../chart-view.ts";

/** Which charts here bring this one along, and whether this version is good for them. */
export function UsedBy({
  release: { id, summary },
  address,
  dependents,
  page,
}: {
  release: Pick<ChartRelease, "id" | "summary">;
  address: string | null;
  dependents: Dependents | null;
  page: number;
}) {
  const { total, pages, cut } = dependents ?? { total: 0, pages: 0, cut: false };
  return (
    <section aria-labelledby="used-by" className="mt-9 scroll-mt-4">
      <h2 id="used-by" className="border-ink border-b pb-1.5 font-semibold text-lg">
        Used by
      </h2>
      {total === 0 ? (
        <p className="py-3 text-ink-2">No chart here brings it along.</p>
      ) : (
        <p className="pt-2 text-ink-2 text-sm">
          {formatQuantity(total, "chart")} in {cut ? "the first that were found" : "all that are here"}, by
          what their latest releases ask for.
        </p>
      )}
      <ul>
        {(dependents?.dependents ?? []).map((dependent) => (
          <Row
            key={`${dependent.id.source}/${dependent.id.repository} ${dependent.dependency.alias}`}
            dependent={dependent}
            version={summary.version}
          />
        ))}
      </ul>
      {total > 0 && page > pages && (
        <p className="py-3 text-ink-2">
          There is no page {page}.{" "}
          <a href={usedByPath(id, address, 1)} className="text-link">
            The first page
          </a>
        </p>
      )}
      <PageLinks
        label="Pages of charts that use it"
        page={page}
        pages={pages}
        hrefOf={(to) => usedByPath(id, address, to)}
      />
    </section>
  );
}

function Row({ dependent, version }: { dependent: Dependent; version: string }) {
  const { id, name, dependency, by, fits } = dependent;
  return (
    <li className="border-rule border-b py-2">
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <a href={chartPath(id, null, "dependencies")} className="break-all font-semibold text-link">
          <bdi>{name}</bdi>
        </a>
        <code className="text-ink-2">{dependent.version}</code>
        <span className="break-all">
          wants <code>{dependency.version === "" ? "any version" : dependency.version}</code>
        </span>
        {fits === true && <Badge tone="good">{version} fits</Badge>}
        {fits === false && <Badge tone="warn">{version} does not fit</Badge>}
        {fits === null && <Badge>a range that cannot be read</Badge>}
      </div>
      <p className="break-all text-ink-2 text-sm">
        {id.source}/{id.repository}
        {by === "name" && (
          <span className="break-words">
            {" · "}by name
            {dependency.repository === "" ? ", without an address" : `, from ${dependency.repository}`}
          </span>
        )}
      </p>
    </li>
  );
}
