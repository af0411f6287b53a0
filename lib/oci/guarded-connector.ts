import type { LookupAddress, LookupOptions } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";

/** The addresses of a name. Throws if it has none. */
export type NameLookup = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
) => Promise<readonly LookupAddress[]>;

/**
 * Connects to what others named, where `refuse` has nothing against the address. It is judged as it is connected to: what a
 * name meant a moment before says nothing (DNS rebinding).
 */
export function createGuardedConnector(
  options: buildConnector.BuildOptions,
  refuse: (host: string, address: string) => Error | null,
  lookUp: NameLookup = lookup,
): buildConnector.connector {
  const guardedLookup: LookupFunction = (hostname, lookupOptions, callback) => {
    lookUp(hostname, { ...lookupOptions, all: true }).then(
      (addresses) => {
        const refusal = addresses.map(({ address }) => refuse(hostname, address)).find((one) => one !== null);
        const [first] = addresses;
        if (refusal || first === undefined)
          callback(refusal ?? new Error(`${hostname} has no address`), "", 0);
        else if (lookupOptions.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, "", 0),
    );
  };
  const connect = buildConnector({ ...options, lookup: guardedLookup });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, "");
    // Addresses written as such are not looked up.
    const refusal = isIP(host) === 0 ? null : refuse(host, host);
    if (refusal) callback(refusal, null);
    else connect(target, callback);
  };
}
