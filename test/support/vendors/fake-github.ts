import { jsonAnswer } from "../fake-registry-faults.ts";
import { type FakeApi, pageOf, refusal, startFakeApi } from "./fake-api.ts";

export const GITHUB_TOKEN = "ghp_classic";
/** A fine-grained token, which the packages API refuses. */
export const GITHUB_OTHER_TOKEN = "github_pat_fine";

/** GitHub's packages API: classic tokens only, absolute Links to an address by number, users are not organisations. */
export function startFakeGithub(owners: {
  readonly orgs: Readonly<Record<string, readonly string[]>>;
  readonly users: Readonly<Record<string, readonly string[]>>;
}): Promise<FakeApi> {
  return startFakeApi(({ headers }, url) => {
    if (headers.authorization === undefined) return refusal(401);
    if (headers.authorization !== `Bearer ${GITHUB_TOKEN}`) return refusal(403);
    const [, kind = "", owner = ""] =
      /^\/(orgs|users|organizations)\/([^/]+)\/packages$/.exec(url.pathname) ?? [];
    if (url.searchParams.get("package_type") !== "container") return refusal(400);
    const names = kind === "users" ? owners.users[owner] : owners.orgs[owner];
    if (names === undefined) return refusal(404);
    const size = Number(url.searchParams.get("per_page") ?? 30);
    const page = Number(url.searchParams.get("page") ?? 1);
    const packages = pageOf(names, page, Math.min(size, 100)).map((name) => ({
      name,
      package_type: "container",
      // As its owner writes it; names in the registry are in lower case.
      owner: { login: owner.toUpperCase() },
    }));
    if (page * size >= names.length) return jsonAnswer(200, packages);
    const next = `${url.origin}/organizations/${owner}/packages?package_type=container&per_page=${size}&page=${page + 1}`;
    return jsonAnswer(200, packages, { link: `<${next}>; rel="next", <${next}>; rel="last"` });
  });
}
