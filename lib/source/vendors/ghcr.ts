import { RegistryError } from "../../oci/errors.ts";
import { nextPage, type Page } from "../../oci/pagination.ts";
import { type ApiAnswer, readPages, readRecords, readText, type VendorApi } from "./vendor-api.ts";
import { formatBearer, includeOwners, requireNamed, type VendorListing } from "./vendor-listing.ts";

const GITHUB = new URL("https://api.github.com");

/**
 * GitHub: it has no catalog; its packages API lists the container packages of an organisation or a user, to a classic
 * personal access token with `read:packages`, which is the password.
 */
export async function* listGhcr(listing: VendorListing): AsyncGenerator<string> {
  const api = listing.session.at(listing.api ?? GITHUB, formatBearer(listing.credentials));
  for (const owner of requireNamed(listing.registry, includeOwners(listing.include), "acme/**")) {
    const pageOf = (answer: ApiAnswer, url: URL) => packagesPage(answer, url, owner);
    let listed = 0;
    try {
      for await (const name of readPages(api, packagesOf(api, "orgs", owner), pageOf, listing.call)) {
        listed += 1;
        yield name;
      }
    } catch (error) {
      const isUser = listed === 0 && error instanceof RegistryError && error.code === "not-found";
      if (!isUser) throw error;
      yield* readPages(api, packagesOf(api, "users", owner), pageOf, listing.call);
    }
  }
}

function packagesOf(api: VendorApi, kind: "orgs" | "users", owner: string): URL {
  return new URL(`/${kind}/${owner}/packages?package_type=container&per_page=100`, api.root);
}

function packagesPage(answer: ApiAnswer, url: URL, owner: string): Page {
  const entries = readRecords(answer).map((record) => `${owner}/${readText(answer, record, "name")}`);
  return { entries, next: nextPage(answer.header("link"), url) };
}
