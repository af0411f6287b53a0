import { RegistryError } from "../../oci/errors.ts";
import type { Page } from "../../oci/pagination.ts";
import { type ApiAnswer, readNext, readPages, readRecords, readText } from "./vendor-api.ts";
import { includeOwners, requireNamed, type VendorListing } from "./vendor-listing.ts";

const DOCKER_HUB = new URL("https://hub.docker.com");

/**
 * Docker Hub: it has no catalog; its own API lists the public repositories of a namespace that hold charts. Private
 * ones it lists to a web session only, which is not opened here.
 */
export async function* listDockerHub(listing: VendorListing): AsyncGenerator<string> {
  const api = listing.session.at(listing.api ?? DOCKER_HUB, null);
  for (const owner of requireNamed(listing.registry, includeOwners(listing.include), "acme/**")) {
    const path = `/v2/namespaces/${owner}/repositories?page_size=100&content_types=helm`;
    yield* readPages(api, new URL(path, api.root), repositoriesPage, listing.call);
  }
}

function repositoriesPage(answer: ApiAnswer): Page {
  const entries = readRecords(answer, "results").map(
    (record) => `${readText(answer, record, "namespace")}/${readText(answer, record, "name")}`,
  );
  const address = readNext(answer, "next");
  const next = address === null ? null : URL.parse(address);
  if (address !== null && next === null) {
    throw new RegistryError("bad-response", `${answer.label}: a next page that is no address`);
  }
  return { entries, next };
}
