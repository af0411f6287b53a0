import { jsonAnswer } from "../fake-registry-faults.ts";
import { basic, type FakeApi, refusal, startFakeApi } from "./fake-api.ts";

export const JFROG_USER = { username: "ada", password: "s3cret" };

interface FakeKey {
  readonly type: "LOCAL" | "REMOTE" | "VIRTUAL" | "FEDERATED";
  readonly packageType: string;
  readonly images: readonly string[];
}

/** Artifactory: one catalog a repository key, for its users; `n` and `last` are integers, and a Link only where it is meant to. */
export function startFakeJfrog(
  keys: Readonly<Record<string, FakeKey>>,
  options: { readonly links: boolean },
): Promise<FakeApi> {
  return startFakeApi(({ headers }, url) => {
    if (headers.authorization !== basic(JFROG_USER.username, JFROG_USER.password)) return refusal(401);
    if (url.pathname === "/artifactory/api/repositories") {
      return jsonAnswer(
        200,
        Object.entries(keys).map(([key, { type, packageType }]) => ({ key, type, packageType })),
      );
    }
    const [, key = ""] = /^\/artifactory\/api\/docker\/([^/]+)\/v2\/_catalog$/.exec(url.pathname) ?? [];
    const images = keys[key]?.images;
    if (images === undefined) return refusal(404);
    const n = url.searchParams.get("n") ?? "100";
    const last = url.searchParams.get("last") ?? "0";
    if (!/^\d+$/.test(n) || !/^\d+$/.test(last)) return refusal(400);
    const end = Number(last) + Number(n);
    const link = `</artifactory/api/docker/${key}/v2/_catalog?last=${end}&n=${n}>; rel="next"`;
    return jsonAnswer(
      200,
      { repositories: images.slice(Number(last), end) },
      options.links && end < images.length ? { link } : {},
    );
  });
}
