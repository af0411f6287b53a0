import { parseChallenges } from "../../oci/challenge.ts";
import { nextPage, type Page } from "../../oci/pagination.ts";
import { type ApiAnswer, readPages, readTexts } from "./vendor-api.ts";
import { formatBasic, type VendorListing } from "./vendor-listing.ts";

/**
 * zot: the catalog, which holds what whoever asks may read. Where strangers may read something it is never refused, so
 * an account is told from the start, unless zot takes accounts as tokens, which strangers do not get by without.
 */
export async function* listZot(listing: VendorListing): AsyncGenerator<string> {
  const { registry, credentials, session, catalog, call } = listing;
  const { header } = await session.greet(new URL("/v2/", registry), call);
  const challenges = parseChallenges(header("www-authenticate") ?? "") ?? [];
  if (credentials === null || challenges.some(({ scheme }) => scheme === "bearer")) {
    yield* catalog.repositories(call);
    return;
  }
  const api = session.at(listing.api ?? registry, formatBasic(credentials));
  yield* readPages(api, new URL("/v2/_catalog?n=100", api.root), catalogPage, call);
}

function catalogPage(answer: ApiAnswer, url: URL): Page {
  return { entries: readTexts(answer, "repositories"), next: nextPage(answer.header("link"), url) };
}
