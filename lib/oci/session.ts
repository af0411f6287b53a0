import type { Agent } from "undici";
import { type Authorizer, createAuthorizer, type TokenScope } from "./authorization.ts";
import { createConnections } from "./connections.ts";
import { cancelled } from "./deadline.ts";
import { type Account, createSignIn, type LoginReader } from "./login.ts";
import { requestLabel } from "./network-error.ts";
import { createRetrier, type RetryPolicy } from "./retry.ts";
import { createTokenCache } from "./token.ts";
import { createTokenService } from "./token-service.ts";
import { send, type Timeouts, type WireResponse } from "./transport.ts";

/** How a registry is reached and as whom. */
export interface SessionOptions {
  readonly registry: URL;
  readonly credentials: Account | LoginReader | null;
  readonly ca: string | null;
  readonly connections: number;
  readonly timeouts: Timeouts;
  readonly retry: RetryPolicy;
  readonly userAgent: string;
}

/** A read of the registry. */
export interface RegistryRead {
  readonly method: "GET" | "HEAD";
  readonly url: URL;
  readonly accept: string;
  readonly scope: TokenScope;
  /** Asked as nobody: set for what lies elsewhere, where the credentials must not go. */
  readonly anonymous?: boolean;
  /** Further fields of the request, such as `if-none-match`. */
  readonly conditions?: Readonly<Record<string, string>>;
  /** Time for the body beyond the usual, ms. */
  readonly extraBodyMs?: number;
}

/** Reads with everything around them that every read needs: authorization, redirects, deadlines, retries. */
export interface Session {
  /** Gives the answer, whatever its status, to `consume`; both happen again when the failure may pass. */
  read<T>(
    read: RegistryRead,
    consume: (response: WireResponse) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T>;
  close(): Promise<void>;
}

/** A session opens no connection before the first read. */
export function createSession(options: SessionOptions): Session {
  const { registry, credentials, timeouts } = options;
  const agent = createConnections({ ...options, connectMs: timeouts.connectMs });
  const signIn = createSignIn(credentials);
  const tokens = createTokenCache(createTokenService(agent, signIn, options));
  const authorizer = createAuthorizer(registry, signIn, tokens);
  const retrier = createRetrier(options.retry);

  return {
    read(read, consume, signal) {
      const attempt = async () => consume(await sendAuthorized(agent, authorizer, options, read, signal));
      return retrier.run(requestLabel(read.method, read.url), attempt, signal);
    },
    async close() {
      await agent.destroy();
    },
  };
}

async function sendAuthorized(
  agent: Agent,
  authorizer: Authorizer,
  options: SessionOptions,
  read: RegistryRead,
  signal: AbortSignal | undefined,
): Promise<WireResponse> {
  const label = requestLabel(read.method, read.url);
  const request = { ...read, follow: true, bodyMs: options.timeouts.bodyMs + (read.extraBodyMs ?? 0) };
  const sendOptions = { ...options, signal };
  if (read.anonymous) return send(agent, { ...request, authorization: null }, sendOptions);
  const offered = await unlessCancelled(authorizer.offer(read.scope), label, signal);
  const first = await send(agent, { ...request, authorization: offered }, sendOptions);
  if (first.status !== 401 || first.elsewhere) return first;
  await first.discard();
  const field = first.header("www-authenticate");
  const better = await unlessCancelled(authorizer.answer(read.scope, field, offered), label, signal);
  return better === null ? first : send(agent, { ...request, authorization: better }, sendOptions);
}

/** The promise's outcome, or `cancelled` as soon as the caller gives up; the promise itself goes on for others. */
async function unlessCancelled<T>(
  promise: Promise<T>,
  label: string,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (signal === undefined) return promise;
  const { promise: gaveUp, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(cancelled(label, signal));
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([promise, gaveUp]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
