import { readFile } from "node:fs/promises";
import type { INetworkModule } from "@azure/msal-node";
import type { AzureIdentity, AzureLogin } from "../../config/chartroom-config.ts";
import { isRecord, MAX_SMALL_BYTES, readJson } from "../../oci/body.ts";
import { createConnections } from "../../oci/connections.ts";
import { RegistryError, type RegistryErrorCode } from "../../oci/errors.ts";
import { send, type Timeouts } from "../../oci/transport.ts";
import { askCloud, leaseUntil } from "./cloud-exchange.ts";
import type { Lease } from "./held-login.ts";

/** The registry to sign in to. */
interface AzureRegistry {
  readonly registry: URL;
  readonly ca: string | null;
}

const TIMEOUTS: Timeouts = { connectMs: 10_000, headersMs: 30_000, idleMs: 30_000, bodyMs: 30_000 };
/** The registry's tokens last three hours; one that does not say so is asked for again sooner. */
const DEFAULT_LIFETIME_MS = 60 * 60_000;
const REMEDY =
  "give the process an identity: a managed one of its machine or pod, or AZURE_TENANT_ID, AZURE_CLIENT_ID and one of " +
  "AZURE_CLIENT_SECRET and AZURE_FEDERATED_TOKEN_FILE";

/**
 * The registry's own identity token for the process's identity in Microsoft Entra ID: its access token is exchanged at
 * `/oauth2/exchange` of the registry. Throws `RegistryError`.
 */
export async function leaseAzureLogin(
  login: AzureLogin,
  at: AzureRegistry,
  networkClient?: INetworkModule,
): Promise<Lease> {
  const accessToken = await askCloud("Microsoft Entra ID, access token", REMEDY, () =>
    askEntra(login, networkClient === undefined ? {} : { networkClient }),
  );
  const identityToken = await exchange(accessToken, login.identity, at);
  const { exp } = claimsOf(identityToken);
  const endsAt = typeof exp === "number" ? exp * 1000 : Date.now() + DEFAULT_LIFETIME_MS;
  return leaseUntil({ identityToken }, endsAt);
}

async function askEntra(
  { identity, authority, audience }: AzureLogin,
  system: { readonly networkClient?: INetworkModule },
): Promise<string> {
  const { ConfidentialClientApplication, ManagedIdentityApplication } = await import("@azure/msal-node");
  if (identity.kind === "managed") {
    const managedIdentityIdParams = identity.client === null ? {} : { userAssignedClientId: identity.client };
    const application = new ManagedIdentityApplication({ managedIdentityIdParams, system });
    return (await application.acquireToken({ resource: audience, forceRefresh: true })).accessToken;
  }
  const { tenant, client, proof } = identity;
  const auth = { clientId: client, authority: `${authority}/${tenant}` };
  const application = new ConfidentialClientApplication({
    auth:
      "secret" in proof
        ? { ...auth, clientSecret: proof.secret }
        : { ...auth, clientAssertion: await readFile(proof.tokenFile, "utf8") },
    system,
  });
  const answer = await application.acquireTokenByClientCredential({ scopes: [`${audience}/.default`] });
  return answer?.accessToken ?? "";
}

/** Answers are not repeated, not even refusals: they may quote the token. */
async function exchange(
  accessToken: string,
  identity: AzureIdentity,
  { registry, ca }: AzureRegistry,
): Promise<string> {
  const form = new URLSearchParams({
    grant_type: "access_token",
    service: registry.host,
    access_token: accessToken,
  });
  const { tid } = claimsOf(accessToken);
  const tenant = typeof tid === "string" ? tid : identity.kind === "application" ? identity.tenant : null;
  if (tenant !== null) form.set("tenant", tenant);
  const agent = createConnections({ registry, ca, connections: 1, connectMs: TIMEOUTS.connectMs });
  const url = new URL("/oauth2/exchange", registry);
  try {
    const request = { url, form, accept: "application/json", authorization: null, follow: false } as const;
    const response = await send(
      agent,
      { ...request, method: "POST", bodyMs: TIMEOUTS.bodyMs },
      { timeouts: TIMEOUTS, userAgent: "chartroom" },
    );
    const { status, label } = response;
    if (status !== 200) {
      await response.discard();
      const remedy = status === 401 || status === 403 ? "; give the identity the role AcrPull" : "";
      throw new RegistryError(refusalCode(status), `${label}: ${status}${remedy}`, { status });
    }
    const body = await readJson(response, MAX_SMALL_BYTES);
    const token = isRecord(body) ? body.refresh_token : null;
    if (typeof token === "string" && token !== "") return token;
    throw new RegistryError("bad-response", `${label}: an answer without a token`);
  } finally {
    await agent.destroy();
  }
}

function refusalCode(status: number): RegistryErrorCode {
  if (status === 429) return "rate-limited";
  if (status >= 500) return "unavailable";
  return status === 401 || status === 403 ? "unauthorized" : "bad-response";
}

/** What a JSON Web Token says (RFC 7519); nothing if it is none. It decides when to ask again, and whom the registry asks. */
function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    return isRecord(claims) ? claims : {};
  } catch {
    return {};
  }
}
