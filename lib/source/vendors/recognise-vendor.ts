import { CLOUD_HOSTS } from "../../config/cloud-login.ts";
import type { Vendor } from "../../config/vendor.ts";
import { parseChallenges } from "../../oci/challenge.ts";
import type { CallOptions } from "../../oci/registry-client.ts";
import type { ApiSession } from "./vendor-api.ts";

/** Whole host names, or whole ends of them: what merely contains a vendor's name is somebody else's. */
const HOSTS: readonly (readonly [host: RegExp, vendor: Vendor])[] = [
  [/^ghcr\.io$/, "ghcr"],
  [/^(?:(?:registry-1|index)\.)?docker\.io$/, "dockerhub"],
  [/^quay\.io$/, "quay"],
  [/^registry\.gitlab\.com$/, "gitlab"],
  [CLOUD_HOSTS.aws, "ecr"],
  [CLOUD_HOSTS.azure, "acr"],
  [/^[a-z0-9-]+-docker\.pkg\.dev$/, "gar"],
  [/^[a-z0-9-]+\.jfrog\.io$/, "jfrog"],
];

/** The vendor whose host this is, or null. */
export function vendorOfHost(hostname: string): Vendor | null {
  return HOSTS.find(([host]) => host.test(hostname))?.[1] ?? null;
}

/**
 * The vendor that shows in the status and `WWW-Authenticate` of `GET /v2/`, by where and for what it wants tokens to be
 * fetched; zot lets strangers in and tells them all the same how to be somebody. Null for all others.
 */
export function vendorOfGreeting(status: number, field: string | null): Vendor | null {
  const challenges = parseChallenges(field ?? "") ?? [];
  const bearer = challenges.find(({ scheme }) => scheme === "bearer")?.parameters;
  const path = URL.parse(bearer?.get("realm") ?? "")?.pathname ?? "";
  const service = bearer?.get("service");
  if (path.endsWith("/service/token") && service === "harbor-registry") return "harbor";
  if (path.endsWith("/jwt/auth") && service === "container_registry") return "gitlab";
  if (path === "/v2/auth") return "quay";
  return status === 200 && challenges.some(({ scheme }) => scheme === "basic") ? "zot" : null;
}

/** Recognises a registry by its host or, with one request, by how it greets a stranger; the catalog is for all others. */
export async function recogniseVendor(
  registry: URL,
  session: ApiSession,
  call: CallOptions,
): Promise<Vendor> {
  const known = vendorOfHost(registry.hostname);
  if (known !== null) return known;
  const { status, header } = await session.greet(new URL("/v2/", registry), call);
  return vendorOfGreeting(status, header("www-authenticate")) ?? "distribution";
}
