import { RegistryError } from "../../oci/errors.ts";
import { HELM_CONFIG } from "../../oci/media-types.ts";
import type { Page } from "../../oci/pagination.ts";
import { parseRepositoryName } from "../../oci/reference.ts";
import type { CallOptions } from "../../oci/registry-client.ts";
import {
  type ApiAnswer,
  readPages,
  readRecords,
  readText,
  type VendorApi,
  withParameter,
} from "./vendor-api.ts";
import { formatBasic, includeOwners, type VendorListing } from "./vendor-listing.ts";

/** The most Harbor gives to a page. */
const PAGE_SIZE = 100;

/**
 * Harbor: the projects the account sees, and their repositories (`/api/v2.0`; the catalog is for its administrators).
 * Where Harbor tells which repositories hold charts, from 2.12 on, only those are listed.
 */
export async function* listHarbor(listing: VendorListing): AsyncGenerator<string> {
  const { credentials, call } = listing;
  const api = listing.session.at(listing.api ?? listing.registry, formatBasic(credentials));
  const owners = includeOwners(listing.include);
  // It tells nobody without an account.
  let tellsCharts = credentials !== null;
  for await (const project of numberedPages(api, "projects", "name", call)) {
    if (parseRepositoryName(project) === null || (owners !== null && !owners.includes(project))) continue;
    // A name of digits would be taken for another project's number.
    const isNumber = /^\d+$/.test(project);
    const charts = tellsCharts && !isNumber ? await chartRepositories(api, project, call) : null;
    tellsCharts &&= isNumber || charts !== null;
    yield* charts ?? numberedPages(api, `projects/${project}/repositories`, "name", call);
  }
}

/**
 * The repositories of a project that hold a chart, or null where Harbor does not tell: before 2.12, to accounts that
 * may not list artifacts, or when its pages do not add up (they come in no fixed order, so one may miss what another repeats).
 */
async function chartRepositories(
  api: VendorApi,
  project: string,
  call: CallOptions,
): Promise<ReadonlySet<string> | null> {
  const first = addressOf(api, `projects/${project}/artifacts`);
  // Harbor decodes `q` a second time, where a `+` would become a space and match nothing.
  first.searchParams.set("q", `media_type=${encodeURIComponent(HELM_CONFIG)}`);
  first.searchParams.set("latest_in_repository", "true");
  const artifacts = new Set<unknown>();
  const repositories = new Set<string>();
  let total = 0;
  const pageOf = (answer: ApiAnswer, url: URL) => {
    for (const { id } of readRecords(answer)) artifacts.add(id);
    total = readTotal(answer);
    return numberedPage(answer, url, "repository_name");
  };
  try {
    for await (const name of readPages(api, first, pageOf, call)) repositories.add(name);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    if (error.code === "cancelled" || error.code === "rate-limited") throw error;
    return null;
  }
  return artifacts.size === total ? repositories : null;
}

function addressOf(api: VendorApi, path: string): URL {
  return new URL(`/api/v2.0/${path}?page=1&page_size=${PAGE_SIZE}`, api.root);
}

function numberedPages(api: VendorApi, path: string, field: string, call: CallOptions) {
  return readPages(api, addressOf(api, path), (answer, url) => numberedPage(answer, url, field), call);
}

/** A page that knows from `X-Total-Count` whether it is the last, and whether it is whole. */
function numberedPage(answer: ApiAnswer, url: URL, field: string): Page {
  const entries = readRecords(answer).map((record) => readText(answer, record, field));
  const page = Number(url.searchParams.get("page"));
  const left = readTotal(answer) - (page - 1) * PAGE_SIZE;
  if (entries.length < Math.min(left, PAGE_SIZE)) {
    throw new RegistryError(
      "bad-response",
      `${answer.label}: ${entries.length} entries where ${left} are left`,
    );
  }
  const next = left > entries.length ? withParameter(url, "page", String(page + 1)) : null;
  return { entries, next };
}

function readTotal(answer: ApiAnswer): number {
  const text = answer.header("x-total-count") ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new RegistryError("bad-response", `${answer.label}: no X-Total-Count`);
}
