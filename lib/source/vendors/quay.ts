import type { Page } from "../../oci/pagination.ts";
import { type ApiAnswer, readNext, readPages, readRecords, readText, withParameter } from "./vendor-api.ts";
import { formatBearer, includeOwners, requireNamed, type VendorListing } from "./vendor-listing.ts";

/** With this user name the password is a token of an OAuth application, which the API takes; robots it does not. */
const TOKEN_USER = "$oauthtoken";

/**
 * Quay: the catalog lists what an account may read, but nothing public, and nothing at all to strangers; the API
 * (`/api/v1/repository`) lists what is public in a namespace, and with an application's token what is private too.
 */
export async function* listQuay(listing: VendorListing): AsyncGenerator<string> {
  const { registry, credentials, call } = listing;
  const hasToken = credentials?.username === TOKEN_USER;
  const byCatalog = credentials !== null && !hasToken;
  const own = new Set<string>();
  if (byCatalog) {
    for await (const name of listing.catalog.repositories(call)) {
      own.add(name);
      yield name;
    }
  }
  const owners = includeOwners(listing.include);
  if (byCatalog && owners === null) return;

  const api = listing.session.at(listing.api ?? registry, hasToken ? formatBearer(credentials) : null);
  const all = new URL("/api/v1/repository?public=true", api.root);
  // Without a namespace quay.io would list the public repositories of the whole world.
  const namespaces = registry.hostname === "quay.io" ? requireNamed(registry, owners, "acme/**") : owners;
  const firsts = namespaces?.map((owner) => withParameter(all, "namespace", owner)) ?? [all];
  for (const first of firsts) {
    for await (const name of readPages(api, first, pageOf, call)) if (!own.has(name)) yield name;
  }
}

function pageOf(answer: ApiAnswer, url: URL): Page {
  const entries = readRecords(answer, "repositories")
    // Quay's application registry, which came before OCI, is another place.
    .filter(({ kind }) => kind !== "application")
    .map((record) => `${readText(answer, record, "namespace")}/${readText(answer, record, "name")}`);
  const token = readNext(answer, "next_page");
  return { entries, next: token === null ? null : withParameter(url, "next_page", token) };
}
