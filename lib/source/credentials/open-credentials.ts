import type { CloudLogin, Credentials, SourceConfig } from "../../config/chartroom-config.ts";
import type { LoginReader } from "../../oci/login.ts";
import { leaseAwsLogin } from "./aws-login.ts";
import { leaseAzureLogin } from "./azure-login.ts";
import { leaseGoogleLogin } from "./google-login.ts";
import { createHeldLogin, type Lease } from "./held-login.ts";
import { readLoginFiles } from "./login-files.ts";

/** A password that stands in the configuration as it is, or a reader of logins that come from elsewhere; asks nothing yet. */
export function openCredentials(
  configured: SourceConfig["credentials"],
  at: { readonly registry: URL; readonly ca: string | null },
): Credentials | LoginReader | null {
  if (configured === null || "password" in configured) return configured;
  if ("files" in configured) return createHeldLogin(() => readLoginFiles(configured));
  return createHeldLogin(() => leaseCloudLogin(configured, at));
}

function leaseCloudLogin(
  login: CloudLogin,
  at: { readonly registry: URL; readonly ca: string | null },
): Promise<Lease> {
  if (login.cloud === "aws") return leaseAwsLogin(login);
  return login.cloud === "google" ? leaseGoogleLogin() : leaseAzureLogin(login, at);
}
