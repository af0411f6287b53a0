import type { Credentials } from "../../config/chartroom-config.ts";
import { isRecord } from "../../oci/body.ts";
import { RegistryError } from "../../oci/errors.ts";
import type { Page } from "../../oci/pagination.ts";
import {
  type ApiAnswer,
  readNext,
  readPages,
  readRecords,
  readText,
  type VendorApi,
  withParameter,
} from "./vendor-api.ts";
import { formatBearer, includePrefixes, requireNamed, type VendorListing } from "./vendor-listing.ts";

const ARTIFACT_REGISTRY = new URL("https://artifactregistry.googleapis.com");
/** With this user name the password is an access token, which is what the API takes. */
/** Written by hand, or by the helpers `gcloud` and `gcr`. */
const TOKEN_USER = /^(?:oauth2accesstoken|_dcg[a-z0-9_]{1,40}_token)$/;

/**
 * Google Artifact Registry: the packages of the repositories that `include` begins with, `project/repository`, or of
 * all repositories of a `project`. The location is the first part of the registry's host.
 */
export async function* listArtifactRegistry(listing: VendorListing): AsyncGenerator<string> {
  const { registry, credentials, call } = listing;
  const api = listing.session.at(listing.api ?? ARTIFACT_REGISTRY, formatToken(credentials));
  const location = registry.hostname.replace(/-docker\.pkg\.dev$/, "");
  const prefixes = requireNamed(registry, includePrefixes(listing.include), "project/repository/**");
  const named = new Set(prefixes.map((prefix) => prefix.split("/").slice(0, 2).join("/")));
  for (const name of named) {
    const [project = "", repository] = name.split("/");
    const parent = `projects/${project}/locations/${location}`;
    const repositories = repository === undefined ? repositoriesOf(api, parent, listing) : [repository];
    for await (const one of repositories) {
      const path = `${parent}/repositories/${one}/packages`;
      const pageOf = (answer: ApiAnswer, url: URL) => resourcePage(answer, url, "packages");
      for await (const id of readPages(api, addressOf(api, path), pageOf, call)) {
        yield `${project}/${one}/${id}`;
      }
    }
  }
}

/** The repositories of a project that hold OCI content. */
function repositoriesOf(api: VendorApi, parent: string, { call }: VendorListing): AsyncGenerator<string> {
  const pageOf = (answer: ApiAnswer, url: URL) => resourcePage(answer, url, "repositories");
  return readPages(api, addressOf(api, `${parent}/repositories`), pageOf, call);
}

function addressOf(api: VendorApi, path: string): URL {
  return new URL(`/v1/${path}?pageSize=1000`, api.root);
}

/** The last segments of the resources' names. */
function resourcePage(answer: ApiAnswer, url: URL, field: "packages" | "repositories"): Page {
  const token = readNext(answer, "nextPageToken");
  const entries = (saysNothing(answer) ? [] : readRecords(answer, field))
    .filter(({ format }) => field === "packages" || format === "DOCKER")
    .map((record) => readId(answer, readText(answer, record, "name")));
  return { entries, next: token === null ? null : withParameter(url, "pageToken", token) };
}

/** Google leaves out what is empty: a list without entries is `{}`, and nothing else is. */
function saysNothing({ json }: ApiAnswer): boolean {
  return isRecord(json) && Object.keys(json).every((key) => key === "nextPageToken");
}

/** A package `charts/redis` is the resource `…/packages/charts%2Fredis`. */
function readId({ label }: ApiAnswer, resource: string): string {
  try {
    return decodeURIComponent(resource.split("/").at(-1) ?? "");
  } catch (error) {
    throw new RegistryError("bad-response", `${label}: a name that cannot be read`, { cause: error });
  }
}

function formatToken(credentials: Credentials | null): string | null {
  return credentials !== null && TOKEN_USER.test(credentials.username) ? formatBearer(credentials) : null;
}
