import type { AzureIdentity, CloudLogin } from "./chartroom-config.ts";
import type { ConfigProblem } from "./config-error.ts";

/** The clouds whose identities are exchanged for a login, as `credentials` names them. */
export const CLOUDS = ["aws", "azure", "google"] as const;

type Cloud = (typeof CLOUDS)[number];
type Environment = Readonly<Record<string, string | undefined>>;
type Problem = Omit<ConfigProblem, "place">;

/** Whole host names: what a cloud vouches for must not go to a host that merely looks like its own. */
export const CLOUD_HOSTS: Readonly<Record<Cloud, RegExp>> = {
  aws: /^(?<account>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/,
  azure: /^[a-z0-9-]+\.azurecr\.(?<domain>io|cn|us)$/,
  google: /^(?:[a-z0-9-]+-docker\.pkg\.dev|(?:(?:asia|eu|us)\.)?gcr\.io)$/,
};

const OTHER_CREDENTIALS =
  "use `credentials: docker`, or a user name and a password: a cloud's tokens go to its own registries alone";

/** Its API is in one region alone. */
const PUBLIC_ECR = "https://public.ecr.aws";

const REGISTRIES: Readonly<Record<Cloud, string>> = {
  aws: "https://ACCOUNT.dkr.ecr.REGION.amazonaws.com",
  azure: "https://NAME.azurecr.io",
  google: "https://LOCATION-docker.pkg.dev",
};

/** Where Entra ID is, and what it calls the registries: in the clouds apart by the name of their resource manager. */
const ENTRA = {
  authority: "https://login.microsoftonline.com",
  audience: "https://containerregistry.azure.net",
};
const ENTRA_CHINA = {
  authority: "https://login.chinacloudapi.cn",
  audience: "https://management.chinacloudapi.cn",
};
const ENTRA_GOVERNMENT = {
  authority: "https://login.microsoftonline.us",
  audience: "https://management.usgovcloudapi.net",
};

/** How one signs in to a cloud's registry at this address, which must be one of that cloud; null: it is no registry. */
export function parseCloudLogin(cloud: Cloud, address: URL | null, env: Environment): CloudLogin | Problem {
  if (address === null) {
    const message = `\`credentials: ${cloud}\` is for a registry, and this is a chart repository`;
    return { message, remedy: OTHER_CREDENTIALS };
  }
  if (cloud === "aws" && address.origin === PUBLIC_ECR) return { cloud, account: null, region: "us-east-1" };
  const host = CLOUD_HOSTS[cloud].exec(address.host);
  if (host === null || address.protocol !== "https:") {
    return {
      message: `\`credentials: ${cloud}\` is for ${REGISTRIES[cloud]}, and not for ${address.origin}`,
      remedy: OTHER_CREDENTIALS,
    };
  }
  const { account = "", region = "", domain = "" } = host.groups ?? {};
  if (cloud === "google") return { cloud };
  if (cloud === "aws") return { cloud, account, region };
  const identity = parseAzureIdentity(env);
  if ("message" in identity) return identity;
  return { cloud, identity, ...(domain === "cn" ? ENTRA_CHINA : domain === "us" ? ENTRA_GOVERNMENT : ENTRA) };
}

/** From the variables that Azure's own libraries and its workload identity use. */
function parseAzureIdentity(env: Environment): AzureIdentity | Problem {
  const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client, AZURE_CLIENT_SECRET: secret } = env;
  const tokenFile = env.AZURE_FEDERATED_TOKEN_FILE;
  const proof = secret ? { secret } : tokenFile ? { tokenFile } : null;
  if (proof === null) return { kind: "managed", client: client || null };
  if (tenant && client) return { kind: "application", tenant, client, proof };
  const set = secret ? "AZURE_CLIENT_SECRET" : "AZURE_FEDERATED_TOKEN_FILE";
  const missing = tenant ? "AZURE_CLIENT_ID" : "AZURE_TENANT_ID";
  return {
    message: `${set} is set, ${missing} is not`,
    remedy: `set ${missing} as well, or unset ${set}: Chartroom then signs in as the machine's managed identity`,
  };
}
