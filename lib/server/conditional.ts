import "server-only";
import { createHash } from "node:crypto";

/** A weak entity tag: equal for equal parts. Weak, since the same answer may travel compressed (RFC 9110, "ETag"). */
export function entityTag(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 27);
  return `W/"${hash}"`;
}

/** Whether the client has it already (RFC 9110, "If-None-Match", weak comparison). */
export function hasCurrent(request: Request, tag: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  const opaque = (one: string) => one.trim().replace(/^W\//, "");
  return known.trim() === "*" || known.split(",").some((one) => opaque(one) === opaque(tag));
}

/**
 * The answer, or 304 if the client has it. `body` is made only if it is sent: not for HEAD either. Headers of a 304 are those
 * of the 200 but for what describes the body.
 */
export function conditional(
  request: Request,
  headers: { readonly etag: string; readonly "content-type": string } & Readonly<Record<string, string>>,
  body: () => BodyInit,
): Response {
  const { "content-type": contentType, ...rest } = { "cache-control": "private, no-cache", ...headers };
  if (hasCurrent(request, headers.etag)) return new Response(null, { status: 304, headers: rest });
  return new Response(request.method === "HEAD" ? null : body(), {
    headers: { ...rest, "content-type": contentType },
  });
}

/** JSON with a tag of its own. `passing` are fields that say nothing of the content, such as the time it took. */
export function conditionalJson(
  request: Request,
  content: object,
  { passing = [], headers = {} }: ConditionalOptions = {},
): Response {
  const lasting = JSON.stringify(content, (key, value) => (passing.includes(key) ? undefined : value));
  const tagged = { ...headers, etag: entityTag(lasting), "content-type": "application/json" };
  return conditional(request, tagged, () => (passing.length === 0 ? lasting : JSON.stringify(content)));
}

interface ConditionalOptions {
  readonly passing?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}
