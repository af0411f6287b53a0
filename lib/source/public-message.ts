import type { SourceConfig } from "../config/chartroom-config.ts";
import { withoutAddresses } from "../oci/without-addresses.ts";

/** What may be shown to everyone of a failure to read a source: its own host, and no other address. A folder leads to none. */
export function publicMessage(config: SourceConfig, message: string): string {
  if (config.kind === "layout") return message;
  const { host } = config.kind === "registry" ? config.registry : config.repository;
  return withoutAddresses(message, host);
}
