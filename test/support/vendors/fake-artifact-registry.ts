import { jsonAnswer } from "../fake-registry-faults.ts";
import { type FakeApi, refusal, startFakeApi } from "./fake-api.ts";

export const GOOGLE_TOKEN = "ya29.access-token";

interface FakeRepository {
  readonly format: "DOCKER" | "NPM";
  readonly packages: readonly string[];
}

/** Artifact Registry's API: by project, location and repository; slashes of a package escaped; no empty lists, no empty tokens. */
export function startFakeArtifactRegistry(
  location: string,
  projects: Readonly<Record<string, Readonly<Record<string, FakeRepository>>>>,
): Promise<FakeApi> {
  return startFakeApi(({ headers }, url) => {
    if (headers.authorization !== `Bearer ${GOOGLE_TOKEN}`) return refusal(401);
    const [, project = "", place, repository] =
      /^\/v1\/projects\/([^/]+)\/locations\/([^/]+)\/repositories(?:\/([^/]+)\/packages)?$/.exec(
        url.pathname,
      ) ?? [];
    const repositories = projects[project];
    if (repositories === undefined || place !== location) return refusal(403);
    const parent = `projects/${project}/locations/${location}/repositories`;
    if (repository === undefined) {
      return listed(
        url,
        "repositories",
        Object.entries(repositories).map(([id, { format }]) => ({ name: `${parent}/${id}`, format })),
      );
    }
    const packages = repositories[repository]?.packages;
    if (packages === undefined) return refusal(404);
    const names = packages.map((name) => `${parent}/${repository}/packages/${encodeURIComponent(name)}`);
    return listed(
      url,
      "packages",
      names.map((name) => ({ name })),
    );
  });
}

function listed(url: URL, field: string, all: readonly object[]) {
  const size = Number(url.searchParams.get("pageSize") ?? 100);
  const start = Number(url.searchParams.get("pageToken")?.replace(/^after:/, "") ?? 0);
  const page = all.slice(start, start + size);
  const next = start + size < all.length ? { nextPageToken: `after:${start + size}` } : {};
  return jsonAnswer(200, { ...(page.length > 0 ? { [field]: page } : {}), ...next });
}
