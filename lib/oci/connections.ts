import { createSecureContext, getCACertificates } from "node:tls";
import { Agent, buildConnector } from "undici";
import { createGuardedConnector } from "./guarded-connector.ts";
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

  const connectRegistry = buildConnector(common);
  const connectOther = createGuardedConnector(common, guard);

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
      connectOther(target, callback);
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
