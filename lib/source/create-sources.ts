import type { SourceConfig } from "../config/chartroom-config.ts";
import type { RepositoryName } from "../oci/reference.ts";
import type { RegistryClient } from "../oci/registry-client.ts";
import { openCredentials } from "./credentials/open-credentials.ts";
import { createLayoutClient } from "./layout/layout-client.ts";
import { CONNECTIONS, createRegistrySource, isWanted } from "./registry-source.ts";
import { createRepositoryClient } from "./repository/repository-client.ts";
import type { Source } from "./source.ts";

/**
 * The configured sources of every kind, in their order; nothing is asked of them yet. An `oci://` address in a chart
 * repository is read through the source that reads that repository of that registry, if there is one, and with its
 * credentials: what a source leaves out is not read by way of another.
 */
export function createSources(configs: readonly SourceConfig[]): readonly Source[] {
  const registries = new Map<string, Source>();
  for (const config of configs) {
    if (config.kind === "registry") registries.set(config.id, createRegistrySource(config));
  }
  const registryAt = (host: string, repository: RepositoryName): RegistryClient | null => {
    const found = configs.find(
      (config) => config.kind === "registry" && config.registry.host === host && isWanted(config, repository),
    );
    return (found && registries.get(found.id)?.client) ?? null;
  };
  return configs.map((config): Source => {
    if (config.kind === "registry") return registries.get(config.id) ?? createRegistrySource(config);
    if (config.kind === "layout") return { id: config.id, config, client: createLayoutClient(config) };
    const { repository, ca } = config;
    const client = createRepositoryClient({
      repository,
      credentials: openCredentials(config.credentials, { registry: repository, ca }),
      ca,
      connections: CONNECTIONS,
      registryAt,
    });
    return { id: config.id, config, client };
  });
}
