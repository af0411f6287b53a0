import "server-only";
import { addressGroup } from "../access/client-address.ts";
import { createRequestLimit, type RequestAllowance, type RequestLimit } from "../access/request-limit.ts";
import { problem } from "./problem.ts";
import { requestRules } from "./request-rules.ts";

/** What programs ask for; pages and their parts are not counted. */
const FOR_PROGRAMS = /^\/(?:(?:api|badge|feeds|helm|og)\/|sitemap\.xml$)/;
/** A registry's notifications carry a secret and are lost if they are refused. */
const NOTIFICATIONS = /^\/api\/v1\/events\//;
const READING = ["GET", "HEAD", "OPTIONS"];

let limit: RequestLimit | null = null;

/** What the gate says of a request: an answer in place of the one asked for, or headers for that. */
export interface GateVerdict {
  readonly refusal: Response | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts a program's request for its client (`noteClientAddresses`). */
export function admitRequest(request: Request, now: number): GateVerdict {
  const { pathname } = new URL(request.url);
  if (!FOR_PROGRAMS.test(pathname) || NOTIFICATIONS.test(pathname)) return { refusal: null, headers: {} };
  const { perMinute, crossOrigin } = requestRules();
  const shared = crossOrigin && READING.includes(request.method) ? SHARED : {};
  if (perMinute === null) return { refusal: null, headers: shared };
  limit ??= createRequestLimit(perMinute);
  const client = request.headers.get("x-forwarded-for") ?? "unknown";
  const allowance = limit.take(addressGroup(client), now);
  const headers: GateVerdict["headers"] = { ...shared, ...limitHeaders(allowance) };
  if (allowance.allowed) return { refusal: null, headers };
  const refusal = problem("rate-limited");
  refusal.headers.set("retry-after", String(allowance.retryIn));
  for (const [name, value] of Object.entries(headers)) refusal.headers.set(name, value);
  return { refusal, headers };
}

/**
 * Scripts of any site may read what everyone may see: they ask without cookies and passwords (Fetch, "CORS protocol and
 * credentials"), so they are answered as nobody.
 */
const SHARED = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "If-None-Match",
  "access-control-expose-headers": "ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
  "access-control-max-age": "86400",
};

/** draft-ietf-httpapi-ratelimit-headers. */
function limitHeaders({ perMinute, left, resetIn }: RequestAllowance): Readonly<Record<string, string>> {
  return {
    "ratelimit-policy": `"client";q=${perMinute};w=60`,
    ratelimit: `"client";r=${left};t=${resetIn}`,
  };
}
