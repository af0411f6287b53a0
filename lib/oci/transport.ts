import type { Readable } from "node:stream";
import type { Agent, Dispatcher } from "undici";
import { createDeadline, type Deadline } from "./deadline.ts";
import { RegistryError } from "./errors.ts";
import { asRegistryError, requestLabel } from "./network-error.ts";

/** Bounds of one exchange, ms. */
export interface Timeouts {
  /** Until a connection stands, TLS included. */
  readonly connectMs: number;
  /** From the request to the end of the answer's header. */
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly idleMs: number;
  /** For a whole body of ordinary size; a blob has more by its size. */
  readonly bodyMs: number;
}

/** A read, or a question for a token; there is nothing else here, so everything may be sent again. */
export interface WireRequest {
  readonly method: "GET" | "HEAD" | "POST";
  readonly url: URL;
  readonly accept: string;
  /** What a POST sends; it holds secrets, and never follows a redirect. */
  readonly form?: URLSearchParams;
  /** Further fields, such as `if-none-match`; sent wherever the request goes, so nothing secret. */
  readonly conditions?: Readonly<Record<string, string>>;
  /** Sent to the origin of `url` alone. */
  readonly authorization: string | null;
  /** Whether to go where the answer sends us; otherwise a redirect is an answer like any other. */
  readonly follow: boolean;
  /** Bound of the whole body, ms. */
  readonly bodyMs: number;
}

/** An answer whose body has not been read yet. */
export interface WireResponse {
  readonly status: number;
  /** Method and address asked first, for messages. */
  readonly label: string;
  /** Where the answer came from in the end. */
  readonly url: URL;
  /** Whether that is another origin than was asked: then a refusal says nothing about the credentials. */
  readonly elsewhere: boolean;
  /** Values of a field given several times are joined by a comma. */
  header(name: string): string | null;
  /** Bytes as they came; whoever takes them calls `end` when done, or destroys the stream. */
  readonly body: Readable;
  readonly deadline: Deadline;
  /** Gives the connection back without the body. */
  discard(): Promise<void>;
}

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** A body not wanted is read up to here to keep the connection, and cut off beyond. */
const MAX_DISCARDED_BYTES = 64 * 1024;

/** Sends one request and follows its redirects; any status is an answer. Throws `RegistryError`. */
export async function send(
  agent: Agent,
  request: WireRequest,
  options: {
    readonly timeouts: Timeouts;
    readonly userAgent: string;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<WireResponse> {
  const label = requestLabel(request.method, request.url);
  const deadline = createDeadline(label, options.signal);
  const headers = {
    ...request.conditions,
    accept: request.accept,
    "accept-encoding": "identity",
    "user-agent": options.userAgent,
    ...(request.form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
  };
  const body = request.form?.toString() ?? null;
  const follow = request.follow && body === null;
  let url = request.url;
  let authorization = request.authorization;
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      deadline.signal.throwIfAborted();
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method,
        headers: authorization === null ? headers : { ...headers, authorization },
        body,
        headersTimeout: options.timeouts.headersMs,
        bodyTimeout: options.timeouts.idleMs,
        signal: deadline.signal,
      });
      deadline.allow(request.bodyMs);
      const response = wireResponse(label, request.url, url, answer, deadline);
      if (!follow || !REDIRECTS.has(answer.statusCode)) return response;
      await answer.body.dump({ limit: MAX_DISCARDED_BYTES, signal: deadline.signal });
      url = redirectTarget(label, url, response.header("location"));
      // Once away from the origin the credentials are for, they stay at home: also on the way back.
      if (url.origin !== request.url.origin) authorization = null;
    }
    throw new RegistryError(
      "bad-response",
      `${label}: more than ${MAX_REDIRECTS} redirects, the last to ${url.origin}`,
    );
  } catch (error) {
    deadline.end();
    throw asRegistryError(label, error);
  }
}

function redirectTarget(label: string, from: URL, location: string | null): URL {
  const target = URL.parse(location ?? "", from);
  if (location === null || target === null) {
    throw new RegistryError("bad-response", `${label}: a redirect that names no address`);
  }
  if (target.protocol !== "https:" && target.protocol !== from.protocol) {
    throw new RegistryError(
      "bad-response",
      `${label}: redirected from ${from.protocol}// to ${target.protocol}//`,
    );
  }
  return target;
}

function wireResponse(
  label: string,
  asked: URL,
  url: URL,
  answer: Dispatcher.ResponseData,
  deadline: Deadline,
): WireResponse {
  // A body nobody reads yet may fail (deadline, lost connection): that is reported to whoever reads it, not to the process.
  answer.body.on("error", () => {});
  return {
    status: answer.statusCode,
    label,
    url,
    elsewhere: url.origin !== asked.origin,
    header(name) {
      const value = answer.headers[name];
      return value === undefined ? null : typeof value === "string" ? value : value.join(", ");
    },
    body: answer.body,
    deadline,
    async discard() {
      try {
        await answer.body.dump({ limit: MAX_DISCARDED_BYTES, signal: deadline.signal });
      } catch (error) {
        throw asRegistryError(label, error);
      } finally {
        deadline.end();
      }
    },
  };
}
