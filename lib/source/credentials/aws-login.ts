import type { ECRClient } from "@aws-sdk/client-ecr";
import type { AwsLogin } from "../../config/chartroom-config.ts";
import { RegistryError } from "../../oci/errors.ts";
import { askCloud, leaseUntil } from "./cloud-exchange.ts";
import type { Lease } from "./held-login.ts";

/** ECR's tokens last twelve hours; one that does not say so is asked for again sooner. */
const DEFAULT_LIFETIME_MS = 60 * 60_000;

/** A client of ECR's own API as the process's identity, through AWS's default chain of credentials; to be destroyed. */
export async function openEcr({ region }: AwsLogin): Promise<ECRClient> {
  const { ECRClient } = await import("@aws-sdk/client-ecr");
  return new ECRClient({ region, requestHandler: { connectionTimeout: 10_000, requestTimeout: 30_000 } });
}

/** What to do about an identity that is missing or may not do `action`. */
export function awsRemedy(action: string): string {
  return (
    `give the process an identity that may ${action}: a role of its machine, task or pod, AWS_PROFILE, or ` +
    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
  );
}

/** The login that ECR gives for the process's identity. Throws `RegistryError`. */
export function leaseAwsLogin(login: AwsLogin): Promise<Lease> {
  const what = `ECR in ${login.region}, GetAuthorizationToken`;
  return askCloud(what, awsRemedy("ecr:GetAuthorizationToken"), async () => {
    const { GetAuthorizationTokenCommand } = await import("@aws-sdk/client-ecr");
    const client = await openEcr(login);
    try {
      const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
      const { authorizationToken = "", expiresAt } = authorizationData?.[0] ?? {};
      const [username = "", password = ""] = splitOnce(Buffer.from(authorizationToken, "base64").toString());
      if (username === "" || password === "") {
        throw new RegistryError("bad-response", `${what}: an answer without a token`);
      }
      return leaseUntil({ username, password }, expiresAt?.getTime() ?? Date.now() + DEFAULT_LIFETIME_MS);
    } finally {
      client.destroy();
    }
  });
}

function splitOnce(pair: string): readonly string[] {
  const colon = pair.indexOf(":");
  return colon < 0 ? [] : [pair.slice(0, colon), pair.slice(colon + 1)];
}
