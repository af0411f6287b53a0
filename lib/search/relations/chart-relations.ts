import type { ChartRelations } from "../../catalog/chart-relations.ts";
import type { SourceConfig } from "../../config/chartroom-config.ts";
import type { SearchReader } from "../search-engine.ts";
import { findRelated } from "./find-related.ts";
import { readChanges } from "./read-changes.ts";
import { readDependents } from "./read-dependents.ts";
import { readPlaces } from "./read-places.ts";
import { resolveDependencies } from "./resolve-dependencies.ts";

/** How a failure of the engine is told to who asks the catalog. */
type Answering = <T>(run: () => Promise<T>) => Promise<T>;

/** What the catalog knows of charts beside each other. */
export function createChartRelations(
  reader: SearchReader,
  sources: readonly SourceConfig[],
  answering: Answering,
): ChartRelations {
  return {
    resolveDependencies: (wanted, scope) =>
      answering(() => resolveDependencies(reader, sources, wanted, scope)),
    dependents: (id, version, page, scope) =>
      answering(() => readDependents(reader, sources, { id, version, page }, scope)),
    places: (id, archive, scope) => answering(() => readPlaces(reader, id, archive, scope)),
    related: (id, scope) => answering(() => findRelated(reader, id, scope)),
    changes: (id, tags, scope) => answering(() => readChanges(reader, id, tags, scope)),
  };
}
