import type { ChartId } from "../../catalog/chart-path.ts";
import type { WantedChart } from "../../catalog/chart-relations.ts";
import type { SourceConfig, SourceId } from "../../config/chartroom-config.ts";
import { parseRepositoryName, type RepositoryName } from "../../oci/reference.ts";

/** What a dependency's address says: a place in a configured source, as exactly as the address tells. */
export interface DependencyAddress {
  readonly source: SourceId;
  /** Null in a chart repository, which knows charts by their names alone. */
  readonly repository: RepositoryName | null;
}

/** Where a dependency's `repository` leads, among the sources; null if to none of them. */
export function findAddress(wanted: WantedChart, sources: Iterable<SourceConfig>): DependencyAddress | null {
  const url = URL.parse(wanted.repository);
  if (url === null) return null;
  for (const config of sources) {
    if (config.kind === "registry" && url.protocol === "oci:" && url.host === config.registry.host) {
      const repository = repositoryIn(wanted);
      return repository === null ? null : { source: config.id, repository };
    }
    if (config.kind === "repository" && folderOf(url) === folderOf(config.repository)) {
      return { source: config.id, repository: null };
    }
  }
  return null;
}

/** Whether a dependency's address leads to a chart of this place and name. */
export function leadsTo(address: DependencyAddress | null, id: ChartId): boolean {
  return (
    address !== null &&
    address.source === id.source &&
    (address.repository === null || address.repository === id.repository)
  );
}

/** The repository an `oci://` address and a name make, whatever the host; null for any other address. */
export function repositoryIn({ name, repository }: WantedChart): RepositoryName | null {
  const url = URL.parse(repository);
  if (url?.protocol !== "oci:") return null;
  const path = `${url.pathname}/${name}`.split("/").filter((part) => part !== "");
  return parseRepositoryName(path.join("/"));
}

/** Without what Helm does not look at. */
function folderOf(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/*$/, "/")}`;
}
