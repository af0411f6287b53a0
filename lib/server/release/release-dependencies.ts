import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import type { ChartContent } from "../../chart/chart-content.ts";
import { type DependencyGraph, dependencyGraph } from "../../chart/dependencies/dependency-graph.ts";
import { readDependencies, type StatedDependencies } from "../../chart/dependencies/read-dependencies.ts";
import { readDefaultValues } from "../../chart/values/default-values.ts";
import { createArchiveMemory } from "./archive-memory.ts";

/** What a release brings along, and what that brings. */
export interface ReleaseDependencies {
  readonly stated: StatedDependencies;
  readonly graph: DependencyGraph;
  /** Why it may be wrong which of them are installed by default, or null. */
  readonly problem: string | null;
}

/** Dependencies and edges of them all. */
const MAX_CACHED = 20_000;

const remember = createArchiveMemory<ReleaseDependencies>(
  MAX_CACHED,
  ({ stated, graph }) => stated.declared.length + graph.nodes.length + graph.edges.length,
);

/** Reads the dependencies of a release once for each archive. */
export function releaseDependencies(
  release: Pick<ChartRelease, "digests">,
  content: ChartContent,
): ReleaseDependencies {
  return remember(release, () => {
    const { values, problem } = readDefaultValues(content);
    return { stated: readDependencies(content, values), graph: dependencyGraph(content, values), problem };
  });
}
