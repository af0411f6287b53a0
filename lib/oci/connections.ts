import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { createSecureContext, getCACertificates } from "node:tls";
import { Agent, buildConnector } from "undici";
import { mayLead, outermost, type Reach, reachOf } from "./network-address.ts";

/** What bounds and secures the connections of one client. */
export interface ConnectionOptions {
  readonly registry: URL;
  /** PEM of an authority trusted beside the usual ones. */
  readonly ca: string | null;
  /** At most so many connections to one origin. */
  readonly connections: number;
  readonly connectMs: number;
}

/** Raised instead of connecting to where the registry must not lead. */
export class ForbiddenAddressError extends Error {
  override readonly name = "ForbiddenAddressError";

  constructor(host: string, address: string) {
    super(`leads to ${host}, an address inside the network${host === address ? "" : ` (${address})`}`);
  }
}

/**
 * The client's own connection pool. The registry's address was chosen by the operator and is not judged. Every other
 * origin was named by the registry (a redirect, a token realm): that address is judged as it is connected to, so that
 * no DNS answer can lead to a machine behind the operator's firewall or to a cloud's metadata service.
 */
export function createConnections(options: ConnectionOptions): Agent {
  const { registry, ca } = options;
  let registryReach: Reach | null = null;
  const common = {
    timeout: options.connectMs,
    ...(ca === null
      ? {}
      : { secureContext: createSecureContext({ ca: [...getCACertificates("default"), ca] }) }),
  };
  const guard = (host: string, address: string) =>
    mayLead(registryReach ?? "public", reachOf(address)) ? null : new ForbiddenAddressError(host, address);

  const guardedLookup: LookupFunction = (hostname, lookupOptions, callback) => {
    lookup(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      const refusal =
        error ?? addresses.map(({ address }) => guard(hostname, address)).find((one) => one !== null);
      const [first] = addresses ?? [];
      if (refusal || first === undefined) callback(refusal ?? new Error(`${hostname} has no address`), "", 0);
      else if (lookupOptions.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
  const connectRegistry = buildConnector(common);
  const connectOther = buildConnector({ ...common, lookup: guardedLookup });

  return new Agent({
    connections: options.connections,
    pipelining: 1,
    connect(target, callback) {
      const host = target.hostname.replace(/^\[|\]$/g, "");
      if (isRegistry(registry, target.protocol, host, target.port)) {
        connectRegistry(target, (...result) => {
          const [error, socket] = result;
          if (!error && socket.remoteAddress)
            registryReach = outermost(registryReach, reachOf(socket.remoteAddress));
          callback(...result);
        });
        return;
      }
      // Addresses written as such are not looked up.
      const refusal = isIP(host) === 0 ? null : guard(host, host);
      if (refusal) callback(refusal, null);
      else connectOther(target, callback);
    },
  });
}

function isRegistry(registry: URL, protocol: string, host: string, port: string): boolean {
  const defaultPort = protocol === "https:" ? "443" : "80";
  return (
    registry.protocol === protocol &&
    registry.hostname.replace(/^\[|\]$/g, "") === host &&
    (registry.port || defaultPort) === (port || defaultPort)
  );
}
