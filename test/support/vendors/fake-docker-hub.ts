import { jsonAnswer } from "../fake-registry-faults.ts";
import { type FakeApi, pageOf, refusal, startFakeApi } from "./fake-api.ts";

/** Docker Hub: at most 100 to a page, the next page's absolute address in the body, `content_types` chooses. */
export function startFakeDockerHub(
  namespaces: Readonly<Record<string, Readonly<Record<string, "helm" | "image">>>>,
): Promise<FakeApi> {
  return startFakeApi((_, url) => {
    const [, namespace = ""] = /^\/v2\/namespaces\/([^/]+)\/repositories$/.exec(url.pathname) ?? [];
    const repositories = namespaces[namespace];
    const size = Number(url.searchParams.get("page_size") ?? 10);
    if (repositories === undefined) return refusal(404);
    if (size > 100) return refusal(400);
    const wanted = url.searchParams.get("content_types");
    const all = Object.entries(repositories)
      .filter(([, type]) => wanted === null || type === wanted)
      .map(([name, type]) => ({ name, namespace, content_types: [type] }));
    const page = Number(url.searchParams.get("page") ?? 1);
    const following = new URL(url);
    following.searchParams.set("page", String(page + 1));
    const next = page * size < all.length ? following.href : null;
    return jsonAnswer(200, { count: all.length, next, previous: null, results: pageOf(all, page, size) });
  });
}
