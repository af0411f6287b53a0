import type { AwsLogin } from "../../config/chartroom-config.ts";
import { RegistryError } from "../../oci/errors.ts";
import { askCloud, leaseUntil } from "./cloud-exchange.ts";
import type { Lease } from "./held-login.ts";

/** ECR's tokens last twelve hours; one that does not say so is asked for again sooner. */
const DEFAULT_LIFETIME_MS = 60 * 60_000;

/** How patient one is with AWS's APIs, ms. */
export const AWS_TIMES = { connectionTimeout: 10_000, requestTimeout: 30_000 };

/** An answer of AWS: a name and a password, joined by a colon, in Base64. */
interface AwsToken {
  readonly authorizationToken?: string | undefined;
  readonly expiresAt?: Date | undefined;
}

/** What to do about an identity that is missing or may not do `action`. */
export function awsRemedy(action: string): string {
  return (
    `give the process an identity that may ${action}: a role of its machine, task or pod, AWS_PROFILE, or ` +
    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
  );
}

/** The login that ECR gives for the process's identity, through AWS's default chain of credentials. */
export function leaseAwsLogin({ account, region }: AwsLogin): Promise<Lease> {
  const isPublic = account === null;
  const what = `ECR in ${region}, GetAuthorizationToken`;
  const action = isPublic
    ? "ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken"
    : "ecr:GetAuthorizationToken";
  return askCloud(what, awsRemedy(action), async () => {
    const answer = await (isPublic ? askPublicEcr(region) : askEcr(region));
    const { authorizationToken = "", expiresAt } = answer ?? {};
    const [username = "", password = ""] = splitOnce(Buffer.from(authorizationToken, "base64").toString());
    if (username === "" || password === "") {
      throw new RegistryError("bad-response", `${what}: an answer without a token`);
    }
    return leaseUntil({ username, password }, expiresAt?.getTime() ?? Date.now() + DEFAULT_LIFETIME_MS);
  });
}

async function askEcr(region: string): Promise<AwsToken | undefined> {
  const { ECRClient, GetAuthorizationTokenCommand } = await import("@aws-sdk/client-ecr");
  const client = new ECRClient({ region, requestHandler: AWS_TIMES });
  const answer = client.send(new GetAuthorizationTokenCommand({}));
  return (await answer.finally(() => client.destroy())).authorizationData?.[0];
}

async function askPublicEcr(region: string): Promise<AwsToken | undefined> {
  const { ECRPUBLICClient, GetAuthorizationTokenCommand } = await import("@aws-sdk/client-ecr-public");
  const client = new ECRPUBLICClient({ region, requestHandler: AWS_TIMES });
  const answer = client.send(new GetAuthorizationTokenCommand({}));
  return (await answer.finally(() => client.destroy())).authorizationData;
}

function splitOnce(pair: string): readonly string[] {
  const colon = pair.indexOf(":");
  return colon < 0 ? [] : [pair.slice(0, colon), pair.slice(colon + 1)];
}
