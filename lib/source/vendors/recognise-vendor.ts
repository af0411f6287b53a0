import type { Vendor } from "../../config/vendor.ts";
import { type Challenge, parseChallenges } from "../../oci/challenge.ts";
import type { CallOptions } from "../../oci/registry-client.ts";
import type { ApiSession } from "./vendor-api.ts";

/** Whole host names, or whole ends of them: what merely contains a vendor's name is somebody else's. */
const HOSTS: readonly (readonly [host: RegExp, vendor: Vendor])[] = [
  [/^ghcr\.io$/, "ghcr"],
  [/^(?:(?:registry-1|index)\.)?docker\.io$/, "dockerhub"],
  [/^quay\.io$/, "quay"],
  [/^registry\.gitlab\.com$/, "gitlab"],
  [/^\d{12}\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/, "ecr"],
  [/^[a-z0-9-]+\.azurecr\.(?:io|cn|us)$/, "acr"],
  [/^[a-z0-9-]+-docker\.pkg\.dev$/, "gar"],
  [/^[a-z0-9-]+\.jfrog\.io$/, "jfrog"],
];

/** The vendor whose host this is, or null. */
export function vendorOfHost(hostname: string): Vendor | null {
  return HOSTS.find(([host]) => host.test(hostname))?.[1] ?? null;
}

/** The vendor that says so in a `WWW-Authenticate`, by where and for what it wants tokens to be fetched; or null. */
export function vendorOfChallenge(field: string | null): Vendor | null {
  const bearer = parseChallenges(field ?? "")?.find(({ scheme }) => scheme === "bearer");
  const path = bearer === undefined ? "" : (URL.parse(realmOf(bearer))?.pathname ?? "");
  if (path.endsWith("/service/token") && bearer?.parameters.get("service") === "harbor-registry")
    return "harbor";
  if (path === "/v2/auth") return "quay";
  return path.endsWith("/jwt/auth") && bearer?.parameters.get("service") === "container_registry"
    ? "gitlab"
    : null;
}

/** Recognises a registry by its host or, with one request, by how it greets a stranger; the catalog is for all others. */
export async function recogniseVendor(
  registry: URL,
  session: ApiSession,
  call: CallOptions,
): Promise<Vendor> {
  const known = vendorOfHost(registry.hostname);
  if (known !== null) return known;
  const { header } = await session.headers(new URL("/v2/", registry), call);
  return vendorOfChallenge(header("www-authenticate")) ?? "distribution";
}

function realmOf({ parameters }: Challenge): string {
  return parameters.get("realm") ?? "";
}
