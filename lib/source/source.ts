import type { SourceConfig, SourceId } from "../config/chartroom-config.ts";
import type { RegistryClient } from "../oci/registry-client.ts";

/** A place charts come from, ready to be read. */
export interface Source {
  readonly id: SourceId;
  readonly config: SourceConfig;
  readonly client: RegistryClient;
}
