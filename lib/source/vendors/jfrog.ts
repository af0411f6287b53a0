import { nextPage, type Page } from "../../oci/pagination.ts";
import { parseRepositoryName } from "../../oci/reference.ts";
import {
  type ApiAnswer,
  readPages,
  readRecords,
  readText,
  readTexts,
  type VendorApi,
  withParameter,
} from "./vendor-api.ts";
import { formatBasic, includeOwners, type VendorListing } from "./vendor-listing.ts";

const PAGE_SIZE = 1000;
const KINDS: ReadonlySet<string> = new Set(["docker", "oci", "helmoci"]);
/** Virtual and remote repositories show again what lies in others, here or elsewhere; whoever wants them names them. */
const TYPES: ReadonlySet<string> = new Set(["local", "federated"]);

/**
 * JFrog Artifactory: one catalog for each of its repositories (`/artifactory/api/docker/{key}/v2/_catalog`), whose key is
 * the first segment of a name. The keys are those `include` begins with, or all that hold OCI content here.
 */
export async function* listJfrog(listing: VendorListing): AsyncGenerator<string> {
  const api = listing.session.at(listing.api ?? listing.registry, formatBasic(listing.credentials));
  const keys = includeOwners(listing.include) ?? (await readKeys(api, listing));
  for (const key of keys) {
    const first = new URL(`/artifactory/api/docker/${key}/v2/_catalog?n=${PAGE_SIZE}`, api.root);
    for await (const image of readPages(api, first, catalogPage, listing.call)) yield `${key}/${image}`;
  }
}

async function readKeys(api: VendorApi, { call }: VendorListing): Promise<readonly string[]> {
  const answer = await api.read(new URL("/artifactory/api/repositories", api.root), call);
  return readRecords(answer)
    .filter(({ type }) => TYPES.has(String(type).toLowerCase()))
    .filter(({ packageType }) => KINDS.has(String(packageType).toLowerCase()))
    .map((record) => readText(answer, record, "key"))
    .filter((key) => parseRepositoryName(key) !== null);
}

function catalogPage(answer: ApiAnswer, url: URL): Page {
  const entries = readTexts(answer, "repositories");
  const link = nextPage(answer.header("link"), url);
  if (link !== null || entries.length < PAGE_SIZE) return { entries, next: link };
  // A full page without a Link: `last` is a number here, of the entries seen so far.
  const seen = Number(url.searchParams.get("last") ?? 0) + entries.length;
  return { entries, next: withParameter(url, "last", String(seen)) };
}
