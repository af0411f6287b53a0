import { RegistryError } from "../../oci/errors.ts";
import { askCloud, leaseUntil } from "./cloud-exchange.ts";
import type { Lease } from "./held-login.ts";

/** The name under which Google's registries take an access token as a password. */
const TOKEN_USER = "oauth2accesstoken";
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
/** Tokens last an hour; one that does not say so is asked for again sooner. */
const DEFAULT_LIFETIME_MS = 5 * 60_000;
const REQUEST_MS = 30_000;
const REMEDY =
  "give the process an identity: a service account of its machine or pod, or GOOGLE_APPLICATION_CREDENTIALS with the path " +
  "of its key or federation file";

/** An access token of the process's identity, through Google's Application Default Credentials. */
export function leaseGoogleLogin(fetchImplementation: typeof fetch = fetch): Promise<Lease> {
  const what = "Google, access token";
  return askCloud(what, REMEDY, async () => {
    const { GoogleAuth } = await import("google-auth-library");
    // A new one each time: it keeps its tokens, and one that was refused must not come again.
    const auth = new GoogleAuth({
      scopes: SCOPE,
      clientOptions: { transporterOptions: { fetchImplementation, timeout: REQUEST_MS } },
    });
    const client = await auth.getClient();
    const { token } = await client.getAccessToken();
    if (!token) throw new RegistryError("bad-response", `${what}: an answer without a token`);
    const endsAt = client.credentials.expiry_date ?? Date.now() + DEFAULT_LIFETIME_MS;
    return leaseUntil({ username: TOKEN_USER, password: token }, endsAt);
  });
}
