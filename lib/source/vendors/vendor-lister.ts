import type { AwsLogin, Credentials } from "../../config/chartroom-config.ts";
import type { Vendor } from "../../config/vendor.ts";
import { RegistryError } from "../../oci/errors.ts";
import type { LoginReader } from "../../oci/login.ts";
import { parseRepositoryName } from "../../oci/reference.ts";
import type { RepositoryLister } from "../../oci/registry-client.ts";
import type { RetryPolicy } from "../../oci/retry.ts";
import { listArtifactRegistry } from "./artifact-registry.ts";
import { listDockerHub } from "./docker-hub.ts";
import { listEcr } from "./ecr.ts";
import { listGhcr } from "./ghcr.ts";
import { listGitlab } from "./gitlab.ts";
import { listHarbor } from "./harbor.ts";
import { listJfrog } from "./jfrog.ts";
import { listQuay } from "./quay.ts";
import { recogniseVendor } from "./recognise-vendor.ts";
import { createApiSession } from "./vendor-api.ts";
import type { ListNames } from "./vendor-listing.ts";
import { listZot } from "./zot.ts";

/** The registry to list, and as whom. */
export interface VendorListerOptions {
  readonly registry: URL;
  readonly credentials: Credentials | LoginReader | null;
  /** The identity in AWS that the credentials were exchanged for, if they were. */
  readonly aws?: AwsLogin | null;
  /** PEM of a private certificate authority, trusted beside the usual ones. */
  readonly ca: string | null;
  /** Globs over repository names; vendors that list by owner take the owners from them. */
  readonly include: readonly string[];
  /** The registry's own `_catalog`. */
  readonly client: RepositoryLister;
  /** Where the vendor's API is, if not where it always is: at the registry, or at the vendor's one host. */
  readonly api?: URL;
  readonly retry?: Partial<RetryPolicy>;
}

/** `catalog`: the registry's own catalog is complete for the account, and paged as the specification says. */
const LISTS: Readonly<Record<Vendor, ListNames | "catalog">> = {
  acr: "catalog",
  distribution: "catalog",
  ecr: listEcr,
  dockerhub: listDockerHub,
  gar: listArtifactRegistry,
  ghcr: listGhcr,
  gitlab: listGitlab,
  harbor: listHarbor,
  jfrog: listJfrog,
  quay: listQuay,
  zot: listZot,
};

/** Lists the repositories of a vendor's registry in the vendor's way; null for a vendor yet to be recognised. */
export function createVendorLister(vendor: Vendor | null, options: VendorListerOptions): RepositoryLister {
  const { registry, ca, retry, client, api = null, aws = null } = options;
  return {
    async *repositories(call = {}) {
      const session = createApiSession({ trusted: api ?? registry, ca, retry });
      try {
        const list = LISTS[vendor ?? (await recogniseVendor(registry, session, call))];
        if (list === "catalog") {
          yield* client.repositories(call);
          return;
        }
        const credentials = await readAccount(options);
        for await (const text of list({
          ...options,
          credentials,
          api,
          aws,
          catalog: client,
          session,
          call,
        })) {
          const name = parseRepositoryName(text);
          if (name !== null) yield name;
          else call.onUnreadable?.(text);
        }
      } finally {
        await session.close();
      }
    },
  };
}

/** A stranger would be shown less, and be taken at its word. */
async function readAccount({ credentials, registry }: VendorListerOptions): Promise<Credentials | null> {
  const login = credentials !== null && "read" in credentials ? await credentials.read() : credentials;
  if (login === null || "password" in login) return login;
  const message = `${registry.host} is listed with a user name and a password, and not with an identity token`;
  throw new RegistryError("unauthorized", message);
}
