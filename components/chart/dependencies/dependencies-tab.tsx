import { Notice } from "#components/ui/notice.tsx";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import type { Dependents, ResolvedDependency } from "#lib/catalog/chart-relations.ts";
import type { DependencyGraph } from "#lib/chart/dependencies/dependency-graph.ts";
import type { StatedDependencies } from "#lib/chart/dependencies/read-dependencies.ts";
import { DependencyRow } from "./dependency-row.tsx";
import { GraphDrawing } from "./graph-drawing.tsx";
import { GraphList } from "./graph-list.tsx";
import { UsedBy } from "./used-by.tsx";

/** What the chart brings along, and who brings it. */
export function DependenciesTab({
  release,
  address,
  stated,
  graph,
  problem,
  resolved,
  dependents,
  page,
}: {
  release: ChartRelease;
  /** What the page's address names, for links that stay on it. */
  address: string | null;
  stated: StatedDependencies;
  graph: DependencyGraph;
  problem: string | null;
  /** Where each of the declared is to be found here; those behind the last are not looked up. */
  resolved: readonly (ResolvedDependency | null)[];
  dependents: Dependents | null;
  page: number;
}) {
  const { declared, undeclared } = stated;
  const nothing = declared.length + undeclared.length === 0;
  const problems = [stated.problem, problem].filter((one) => one !== null);
  return (
    <>
      <section aria-labelledby="brings">
        <h2 id="brings" className="border-ink border-b pb-1.5 font-semibold text-lg">
          Brings along
        </h2>
        {problems.map((one) => (
          <Notice key={one}>{one}</Notice>
        ))}
        {nothing && (
          <p className="py-3 text-ink-2">No other chart: all it installs is in its own templates.</p>
        )}
        <ul>
          {declared.map((dependency, index) => (
            <DependencyRow
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be declared twice, and the order never changes
              key={index}
              id={release.id}
              address={address}
              dependency={dependency}
              found={resolved[index] ?? null}
            />
          ))}
          {undeclared.map(({ path, metadata }) => (
            <li key={path} className="border-rule border-b py-2.5">
              <span className="font-semibold">
                <bdi>{metadata.name}</bdi>
              </span>{" "}
              <code>{metadata.version}</code>
              <p className="text-ink-2 text-sm">
                Lies in <code>{path}</code> without being declared: Helm installs it always.
              </p>
            </li>
          ))}
        </ul>
      </section>
      {graph.edges.length > 0 && (
        <section aria-labelledby="levels" className="mt-9">
          <h2 id="levels" className="border-ink border-b pb-1.5 font-semibold text-lg">
            At every level
          </h2>
          {graph.cut && (
            <p className="pt-2 text-ink-2 text-sm">
              There are more than is drawn here: the first {graph.nodes.length} charts are shown.
            </p>
          )}
          <GraphDrawing graph={graph} />
          <GraphList graph={graph} />
        </section>
      )}
      <UsedBy release={release} address={address} dependents={dependents} page={page} />
    </>
  );
}
