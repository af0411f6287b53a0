import type { ResolverOptions } from "node:dns";
import { Resolver } from "node:dns/promises";
import type { NameLookup } from "../oci/guarded-connector.ts";

/** How long a server of names is waited for, ms, and how often it is asked. */
const PATIENCE: ResolverOptions = { timeout: 1_500, tries: 2 };

/**
 * The addresses that servers of names give (the system's own, if none are named). Attack: a README with pictures on fifty names
 * whose servers are silent. The system's way (`dns.lookup`) holds one of two threads for each, ten seconds long, and nobody can
 * call it off: meanwhile this process would find neither registries nor its search engine.
 */
export function createNameLookup(servers: readonly string[] = [], patience = PATIENCE): NameLookup {
  const resolver = new Resolver(patience);
  if (servers.length > 0) resolver.setServers(servers);
  return async (hostname) => {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    return [
      ...(v4.status === "fulfilled" ? v4.value.map((address) => ({ address, family: 4 })) : []),
      ...(v6.status === "fulfilled" ? v6.value.map((address) => ({ address, family: 6 })) : []),
    ];
  };
}
