import { HELM_CONFIG } from "#lib/oci/media-types.ts";
import { type Answer, jsonAnswer, type LoggedRequest } from "../fake-registry-faults.ts";
import { basic, type FakeApi, pageOf, refusal, startFakeApi } from "./fake-api.ts";

export const HARBOR_ROBOT = { username: "robot$indexer", password: "s3cret" };

interface FakeProject {
  readonly public: boolean;
  /** Full names, by what was pushed there last. */
  readonly repositories: Readonly<Record<string, "chart" | "image">>;
}

interface FakeHarborOptions {
  readonly version: "2.11" | "2.12";
  readonly projects: Readonly<Record<string, FakeProject>>;
  /** The pages of a query without an order may overlap, and then miss something. */
  readonly pagesOverlap?: boolean;
  /** The robot may list repositories, and no artifacts. */
  readonly mayListArtifacts?: boolean;
}

/**
 * Harbor as its code has it (goharbor/harbor `handler/project.go`, `lib/q/builder.go`): at most 100 to a page, strangers
 * see public projects and no artifacts, `q` is decoded twice, the catalog is for administrators.
 */
export function startFakeHarbor(options: FakeHarborOptions): Promise<FakeApi> {
  const names = Object.keys(options.projects).sort();
  return startFakeApi((request, url) => {
    if (url.pathname.startsWith("/v2/")) return challenge(url);
    const isRobot = request.headers.authorization === basic(HARBOR_ROBOT.username, HARBOR_ROBOT.password);
    if (request.headers.authorization !== undefined && !isRobot) return refusal(401);
    const visible = names.filter((name) => isRobot || options.projects[name]?.public);
    if (url.pathname === "/api/v2.0/projects") {
      return listed(
        url,
        visible.map((name) => ({ name, project_id: names.indexOf(name) + 1 })),
      );
    }
    const [, key = "", kind] =
      /^\/api\/v2\.0\/projects\/([^/]+)\/(repositories|artifacts)$/.exec(url.pathname) ?? [];
    // Where names and numbers are both taken, digits are a number.
    const name = kind === "artifacts" && /^\d+$/.test(key) ? (names[Number(key) - 1] ?? "") : key;
    const project = options.projects[name];
    if (project === undefined) return refusal(404);
    if (!visible.includes(name)) return refusal(isRobot ? 403 : 401);
    if (kind === "repositories") {
      return listed(
        url,
        Object.keys(project.repositories).map((repository) => ({ name: repository })),
      );
    }
    if (options.version === "2.11") return refusal(404);
    if (!isRobot) return refusal(401);
    if (options.mayListArtifacts === false) return refusal(403);
    return artifacts(url, project, options.pagesOverlap ?? false);
  });
}

function artifacts(url: URL, project: FakeProject, pagesOverlap: boolean): Answer {
  const query = decodeURIComponent((url.searchParams.get("q") ?? "").replaceAll("+", " "));
  const [, kind, value] = /^(media_type|artifact_type)=([^,]+)$/.exec(query) ?? [];
  if (url.searchParams.get("latest_in_repository") !== "true" || kind === undefined) return refusal(400);
  const rows = Object.entries(project.repositories)
    .filter(([, content]) => content === "chart" && value === HELM_CONFIG)
    .map(([repository_name], index) => ({ id: index + 1, repository_name }));
  if (!pagesOverlap || url.searchParams.get("page") === "1") return listed(url, rows);
  return listed(url, [rows.at(-1), ...rows.slice(0, -1)]);
}

function listed(url: URL, all: readonly unknown[]): Answer {
  const size = Number(url.searchParams.get("page_size") ?? 10);
  if (size > 100) return refusal(422);
  const page = pageOf(all, Number(url.searchParams.get("page") ?? 1), size);
  return jsonAnswer(200, page, { "x-total-count": String(all.length) });
}

function challenge(url: URL): Answer {
  const field =
    url.pathname === "/v2/_catalog"
      ? 'Basic realm="harbor"'
      : `Bearer realm="${url.origin}/service/token",service="harbor-registry"`;
  return { ...refusal(401), headers: { "content-type": "application/json", "www-authenticate": field } };
}

/** Requests for a kind of address, as counted by a test. */
export function countRequests(requests: readonly LoggedRequest[], pattern: RegExp): number {
  return requests.filter(({ path }) => pattern.test(path)).length;
}
