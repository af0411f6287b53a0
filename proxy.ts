import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, SECURITY_HEADERS } from "./app/security-headers.ts";
import { admitRequest } from "./lib/server/program-gate.ts";

/** Puts the security headers on every answer. Next reads the nonce for its own scripts from the request's policy. */
export function proxy(request: NextRequest) {
  const { refusal, headers: limits } = admitRequest(request, Date.now());
  if (refusal !== null) return refusal;
  // Files out of charts are no pages of ours: their own route locks them up tighter (lib/server/file-headers.ts), and what
  // is set here would take its place.
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/v1/files/")) return NextResponse.next({ headers: limits });

  const policy = contentSecurityPolicy(
    randomBytes(16).toString("base64"),
    process.env.NODE_ENV === "development",
  );
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...limits }))
    response.headers.set(name, value);
  return response;
}

/** Built assets are immutable files with nothing to protect. */
export const config = { matcher: "/((?!_next/static/).*)" };
