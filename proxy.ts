import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, SECURITY_HEADERS } from "./app/security-headers.ts";
import { admitRequest } from "./lib/server/program-gate.ts";

/** Where there is nothing. */
const NOWHERE = "/not-found";

const OF_STRANGERS = /^\/(?:api\/v1\/files|readme-images)\//;

/** Puts the security headers on every answer. Next reads the nonce for its own scripts from the request's policy. */
export function proxy(request: NextRequest) {
  const { pathname } = new URL(request.url);
  const readable = isReadable(pathname);
  const { refusal, headers: limits } = admitRequest(request, Date.now());
  if (refusal !== null) return refusal;
  // Files out of charts and pictures of READMEs are no pages of ours: their own routes lock them up tighter
  // (lib/server/file-headers.ts), and what is set here would take its place.
  if (readable && OF_STRANGERS.test(pathname)) return NextResponse.next({ headers: limits });

  const policy = contentSecurityPolicy(
    randomBytes(16).toString("base64"),
    process.env.NODE_ENV === "development",
  );
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);

  const passed = { request: { headers } };
  const response = readable
    ? NextResponse.next(passed)
    : NextResponse.rewrite(new URL(NOWHERE, request.url), passed);
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...limits }))
    response.headers.set(name, value);
  return response;
}

/** Whether a path can be decoded. Next answers `/charts/%ff` with a bare 500, whatever it would be rewritten to. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Built assets are immutable files with nothing to protect. */
export const config = { matcher: "/((?!_next/static/).*)" };
