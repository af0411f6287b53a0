import { jsonAnswer } from "../fake-registry-faults.ts";
import { type FakeApi, pageOf, refusal, startFakeApi } from "./fake-api.ts";

export const GITLAB_TOKEN = "glpat-token";

/** GitLab: paths of groups and projects escaped whole, `X-Next-Page`, a group's list has its subgroups' in it; others get 404. */
export function startFakeGitlab(options: {
  /** Full paths. */
  readonly groups: readonly string[];
  readonly projects: readonly string[];
  readonly repositories: readonly string[];
}): Promise<FakeApi> {
  return startFakeApi(({ headers }, url) => {
    if (url.pathname === "/v2/") {
      const field = `Bearer realm="${url.origin}/jwt/auth",service="container_registry"`;
      return { ...refusal(401), headers: { "www-authenticate": field } };
    }
    if (headers.authorization !== `Bearer ${GITLAB_TOKEN}`) return refusal(404);
    const listed = (all: readonly object[]) => {
      const page = Number(url.searchParams.get("page") ?? 1);
      const size = Math.min(Number(url.searchParams.get("per_page") ?? 20), 100);
      const next = page * size < all.length ? String(page + 1) : "";
      return jsonAnswer(200, pageOf(all, page, size), { "x-next-page": next });
    };
    if (url.pathname === "/api/v4/groups") return listed(options.groups.map((full_path) => ({ full_path })));
    const [, kind = "", id = ""] =
      /^\/api\/v4\/(groups|projects)\/([^/]+)\/registry\/repositories$/.exec(url.pathname) ?? [];
    const path = decodeURIComponent(id);
    const known = kind === "groups" ? options.groups : options.projects;
    if (!known.includes(path)) return refusal(404);
    return listed(
      options.repositories
        .filter((name) => name === path || name.startsWith(`${path}/`))
        .map((name, index) => ({ id: index, path: name })),
    );
  });
}
