import picomatch from "picomatch";
import type { RegistryConfig, SourceConfig } from "../config/chartroom-config.ts";
import { createRegistryClient } from "../oci/client.ts";
import type { RepositoryName } from "../oci/reference.ts";
import type { ListOptions } from "../oci/registry-client.ts";
import { openCredentials } from "./credentials/open-credentials.ts";
import type { Source } from "./source.ts";
import { createVendorLister } from "./vendors/vendor-lister.ts";

/** Requests one source is asked at the same time. */
export const CONNECTIONS = 8;

/** A source over an OCI registry, listed in its vendor's way; nothing is asked of it yet. */
export function createRegistrySource(config: RegistryConfig): Source {
  const credentials = openCredentials(config.credentials, config);
  const client = createRegistryClient({
    registry: config.registry,
    credentials,
    ca: config.ca,
    connections: CONNECTIONS,
  });
  const { credentials: written } = config;
  const aws = written !== null && "cloud" in written && written.cloud === "aws" ? written : null;
  const { repositories } = createVendorLister(config.vendor, { ...config, credentials, aws, client });
  return { id: config.id, config, client: { ...client, repositories } };
}

/**
 * The repositories of a source that may hold charts: the fixed names, or the registry's catalog, through the include
 * and exclude globs. Throws `RegistryError` if the listing does not come to its end.
 */
export async function* listRepositories(
  source: Source,
  options?: ListOptions,
): AsyncIterable<RepositoryName> {
  const wanted = repositoryFilter(source.config);
  const names = source.config.repositories ?? source.client.repositories(options);
  for await (const name of names) if (wanted(name)) yield name;
}

/** Whether a repository is one that is read: among the fixed names, if there are any, and through the globs. */
export function isWanted(config: SourceConfig, name: RepositoryName): boolean {
  return (config.repositories?.includes(name) ?? true) && repositoryFilter(config)(name);
}

/** Whether a repository's name passes the globs of a source. */
function repositoryFilter(
  globs: Pick<SourceConfig, "include" | "exclude">,
): (name: RepositoryName) => boolean {
  const included = globs.include.length === 0 ? () => true : picomatch([...globs.include]);
  const excluded = globs.exclude.length === 0 ? () => false : picomatch([...globs.exclude]);
  return (name) => included(name) && !excluded(name);
}
