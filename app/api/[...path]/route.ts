import { problem } from "#lib/server/problem.ts";

/** What the API does not have: Next would answer a program with a page. */
export function GET(): Response {
  return problem(
    "not-found",
    "There is no such address. GET /api/v1/openapi.json describes those there are.",
  );
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
