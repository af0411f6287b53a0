import "server-only";
import { CatalogError } from "../catalog/catalog.ts";
import { RegistryError } from "../oci/errors.ts";

/** What an answer of the API can be instead of the thing asked for; `type` is a promise to programs. */
export const PROBLEMS = {
  "not-found": {
    status: 404,
    title: "Not found",
    detail: "There is no such thing here, or it is not yours to see. GET /api/v1/search lists what is.",
  },
  "bad-request": { status: 400, title: "Bad request", detail: "See the address forms in the README." },
  unauthorized: { status: 401, title: "Not authorized", detail: "The secret is missing or is another one." },
  forbidden: { status: 403, title: "Not allowed", detail: "This is switched off here." },
  "too-large": { status: 413, title: "Too large", detail: "Send less at once." },
  "rate-limited": {
    status: 429,
    title: "Too many requests",
    detail:
      "Ask again after the seconds in the header `Retry-After`; `RateLimit` tells how many requests are left.",
  },
  "archive-unavailable": {
    status: 502,
    title: "The chart archive cannot be had",
    detail: "The registry does not give it now, and it is not stored here. Try again later.",
  },
  unavailable: {
    status: 503,
    title: "The search engine does not answer",
    detail: "It is probably starting. Try again in a few seconds.",
  },
} as const;

/** Which problem: a key of the table above. */
export type ProblemCode = keyof typeof PROBLEMS;

/** The `type` of a problem. */
export function problemType(code: ProblemCode): string {
  return `urn:chartroom:problem:${code}`;
}

/** An answer by RFC 9457 that says what is wrong and what to do. */
export function problem(code: ProblemCode, detail?: string): Response {
  const { status, title, detail: usual } = PROBLEMS[code];
  return Response.json(
    { type: problemType(code), title, status, detail: detail ?? usual },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        ...(code === "unavailable" ? { "retry-after": "5" } : {}),
        ...(code === "unauthorized" ? { "www-authenticate": 'Bearer realm="chartroom"' } : {}),
      },
    },
  );
}

/** Runs a route; an engine or a registry that does not answer becomes its problem, anything else is a defect and stays one. */
export async function answer(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CatalogError) return problem("unavailable");
    if (error instanceof RegistryError) return problem("archive-unavailable", error.message);
    throw error;
  }
}
