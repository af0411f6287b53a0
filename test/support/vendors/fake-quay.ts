import { jsonAnswer } from "../fake-registry-faults.ts";
import { type FakeApi, refusal, startFakeApi } from "./fake-api.ts";

export const QUAY_TOKEN = "oauth-application-token";
const PAGE_SIZE = 100;

/** Quay: one of namespace, starred, public must be said; pages by an opaque token; the API takes tokens and no robots. */
export function startFakeQuay(
  repositories: Readonly<Record<string, "public" | "private">>,
): Promise<FakeApi> {
  return startFakeApi(({ headers }, url) => {
    if (url.pathname === "/v2/") {
      const field = `Bearer realm="${url.origin}/v2/auth",service="${url.host}"`;
      return { ...refusal(401), headers: { "www-authenticate": field } };
    }
    if (url.pathname !== "/api/v1/repository") return refusal(404);
    if (headers.authorization !== undefined && headers.authorization !== `Bearer ${QUAY_TOKEN}`)
      return refusal(401);
    const namespace = url.searchParams.get("namespace");
    const withPublic = url.searchParams.get("public") === "true";
    if (namespace === null && !withPublic) return refusal(400);
    const seen = Object.entries(repositories).filter(
      ([name, visibility]) =>
        (namespace === null || name.startsWith(`${namespace}/`)) &&
        (visibility === "public" ? withPublic : headers.authorization !== undefined),
    );
    const token = url.searchParams.get("next_page");
    const start = token === null ? 0 : Number(Buffer.from(token, "base64").toString());
    const page = seen.slice(start, start + PAGE_SIZE).map(([repository]) => {
      const [owner, ...name] = repository.split("/");
      return { namespace: owner, name: name.join("/"), kind: owner === "apps" ? "application" : "image" };
    });
    const end = start + PAGE_SIZE;
    const next = end < seen.length ? { next_page: Buffer.from(String(end)).toString("base64") } : {};
    return jsonAnswer(200, { repositories: page, ...next });
  });
}
