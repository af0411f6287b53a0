import { parseChallenges } from "../../oci/challenge.ts";
import { RegistryError } from "../../oci/errors.ts";
import type { Page } from "../../oci/pagination.ts";
import type { RepositoryName } from "../../oci/reference.ts";
import { parseRealm } from "../../oci/token.ts";
import {
  type ApiAnswer,
  readPages,
  readRecords,
  readText,
  type VendorApi,
  withParameter,
} from "./vendor-api.ts";
import { formatBearer, includePrefixes, requireNamed, type VendorListing } from "./vendor-listing.ts";

const GITLAB_COM = new URL("https://gitlab.com");

/**
 * GitLab: the repositories of the groups and projects `include` begins with, or of every group the account is a member
 * of (`/api/v4`; the catalog is for administrators). The password is an access token with `read_api`.
 */
export async function* listGitlab(listing: VendorListing): AsyncGenerator<string> {
  const root = listing.api ?? (await findGitlab(listing));
  const api = listing.session.at(root, formatBearer(listing.credentials));
  const named = includePrefixes(listing.include);
  // To a stranger the groups are everyone's: all that is public on gitlab.com.
  const prefixes = listing.credentials === null ? requireNamed(listing.registry, named, "acme/**") : named;
  if (prefixes !== null) {
    for (const prefix of prefixes) yield* listWithin(api, prefix, listing);
    return;
  }
  const paths = await Array.fromAsync(
    readPages(api, addressOf(api, "groups"), (answer, url) => pageOf(answer, url, "full_path"), listing.call),
  );
  const groups = new Set(paths);
  for (const path of paths) {
    // A group's list has those of its subgroups in it.
    if (!ancestorsOf(path).some((ancestor) => groups.has(ancestor)))
      yield* listOf(api, "groups", path, listing);
  }
}

/** A registry has a host or port of its own; the service that makes its tokens is GitLab itself. */
async function findGitlab({ registry, session, call }: VendorListing): Promise<URL> {
  if (registry.hostname === "registry.gitlab.com") return GITLAB_COM;
  const { header } = await session.greet(new URL("/v2/", registry), call);
  const challenges = parseChallenges(header("www-authenticate") ?? "") ?? [];
  const realm = challenges.find(({ scheme }) => scheme === "bearer")?.parameters.get("realm");
  if (realm === undefined) {
    throw new RegistryError("bad-response", `${registry.origin}: names no token service, as GitLab's would`);
  }
  return new URL(parseRealm(registry, realm).origin);
}

/** What a prefix says may be a group, a project, or a path within a project. */
async function* listWithin(
  api: VendorApi,
  prefix: RepositoryName,
  listing: VendorListing,
): AsyncGenerator<string> {
  for (const path of [prefix, ...ancestorsOf(prefix)]) {
    for (const kind of ["groups", "projects"] as const) {
      let listed = 0;
      try {
        for await (const name of listOf(api, kind, path, listing)) {
          listed += 1;
          yield name;
        }
        return;
      } catch (error) {
        const isNone = listed === 0 && error instanceof RegistryError && error.code === "not-found";
        if (!isNone) throw error;
      }
    }
  }
  throw new RegistryError("not-found", `${api.root.origin}: no group or project ${prefix}`);
}

function listOf(api: VendorApi, kind: "groups" | "projects", path: string, { call }: VendorListing) {
  const first = addressOf(api, `${kind}/${encodeURIComponent(path)}/registry/repositories`);
  return readPages(api, first, (answer, url) => pageOf(answer, url, "path"), call);
}

function addressOf(api: VendorApi, path: string): URL {
  return new URL(`/api/v4/${path}?per_page=100`, api.root);
}

function pageOf(answer: ApiAnswer, url: URL, field: string): Page {
  const entries = readRecords(answer).map((record) => readText(answer, record, field));
  const page = answer.header("x-next-page") ?? "";
  if (page !== "" && !/^\d{1,9}$/.test(page)) {
    throw new RegistryError("bad-response", `${answer.label}: an X-Next-Page that is no number`);
  }
  return { entries, next: page === "" ? null : withParameter(url, "page", page) };
}

/** `a/b/c` has `a/b` and `a` above it. */
function ancestorsOf(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, segments.length - 1 - index).join("/"));
}
