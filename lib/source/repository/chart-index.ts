import { parseRepositoryName, type RepositoryName, type Tag } from "../../oci/reference.ts";
import type { IndexProblem, IndexRelease } from "./index-entry.ts";

/** An index as repositories and tags: one repository a chart, one tag a version. */
export interface ChartIndex {
  readonly charts: ReadonlyMap<RepositoryName, ReadonlyMap<Tag, IndexRelease | IndexProblem>>;
  /** Charts that no repository name can stand for. */
  readonly unnamable: readonly string[];
  /** Entries without a version, by their chart's repository. */
  readonly unversioned: ReadonlyMap<RepositoryName, readonly IndexProblem[]>;
}

/**
 * Gathers the entries of an index. A chart's name that is no repository name, as with capitals, stands in lower case if
 * no other chart has that name; of two entries with one version the first counts, as with Helm.
 */
export async function gatherChartIndex(
  entries: AsyncIterable<IndexRelease | IndexProblem>,
): Promise<ChartIndex> {
  const byChart = new Map<string, (IndexRelease | IndexProblem)[]>();
  for await (const entry of entries) {
    const known = byChart.get(entry.chart);
    if (known === undefined) byChart.set(entry.chart, [entry]);
    else known.push(entry);
  }
  const { named, unnamable } = nameCharts([...byChart.keys()]);
  const charts = new Map<RepositoryName, ReadonlyMap<Tag, IndexRelease | IndexProblem>>();
  const unversioned = new Map<RepositoryName, readonly IndexProblem[]>();
  for (const [chart, repository] of named) {
    const releases = new Map<Tag, IndexRelease | IndexProblem>();
    const lost: IndexProblem[] = [];
    for (const entry of byChart.get(chart) ?? []) {
      if (entry.tag === null) {
        if (entry.kind === "problem") lost.push(entry);
      } else if (!releases.has(entry.tag)) releases.set(entry.tag, entry);
    }
    charts.set(repository, releases);
    if (lost.length > 0) unversioned.set(repository, lost);
  }
  return { charts, unnamable, unversioned };
}

function nameCharts(names: readonly string[]): {
  readonly named: ReadonlyMap<string, RepositoryName>;
  readonly unnamable: readonly string[];
} {
  const claims = Map.groupBy(names, (name) => name.toLowerCase());
  const named = new Map<string, RepositoryName>();
  const unnamable: string[] = [];
  for (const name of names) {
    const own = parseRepositoryName(name);
    const lowered =
      claims.get(name.toLowerCase())?.length === 1 ? parseRepositoryName(name.toLowerCase()) : null;
    const repository = own ?? lowered;
    if (repository === null) unnamable.push(name);
    else named.set(name, repository);
  }
  return { named, unnamable };
}
