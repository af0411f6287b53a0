import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { clientAddress } from "../access/client-address.ts";
import { requestRules } from "./request-rules.ts";

/**
 * From now on the `X-Forwarded-For` of a request is its client's address and nothing else. Next.js hides the connection, and
 * would believe what a client writes into that header.
 */
export function noteClientAddresses(): void {
  const { trustedProxies } = requestRules();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    const forwarded = request.headers["x-forwarded-for"];
    const written = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    request.headers["x-forwarded-for"] = clientAddress(request.socket.remoteAddress, written, trustedProxies);
  });
}
