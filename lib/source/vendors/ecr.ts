import { cancelled } from "../../oci/deadline.ts";
import { RegistryError } from "../../oci/errors.ts";
import type { CallOptions } from "../../oci/registry-client.ts";
import { AWS_TIMES, awsRemedy } from "../credentials/aws-login.ts";
import { askCloud } from "../credentials/cloud-exchange.ts";
import type { VendorListing } from "./vendor-listing.ts";

const PAGE = 1_000;

/** Amazon ECR: its own API as an identity of AWS, the catalog as whoever has a password. */
export function listEcr({ aws, catalog, call }: VendorListing): AsyncIterable<string> {
  const account = aws?.account ?? null;
  if (aws === null || account === null) return catalog.repositories(call);
  return describeRepositories(account, aws.region, call);
}

/** The repositories of the account; errors, rather than ends, when a page fails or comes twice. */
async function* describeRepositories(
  registryId: string,
  region: string,
  { signal }: CallOptions,
): AsyncGenerator<string> {
  const what = `ECR in ${region}, DescribeRepositories`;
  const { DescribeRepositoriesCommand, ECRClient } = await import("@aws-sdk/client-ecr");
  const client = new ECRClient({ region, requestHandler: AWS_TIMES });
  const options = signal === undefined ? {} : { abortSignal: signal };
  const read = async (nextToken: string | undefined) => {
    const command = new DescribeRepositoriesCommand({
      registryId,
      maxResults: PAGE,
      nextToken,
    });
    try {
      return await askCloud(what, awsRemedy("ecr:DescribeRepositories"), () => client.send(command, options));
    } catch (error) {
      throw signal?.aborted ? cancelled(what, signal) : error;
    }
  };
  const seen = new Set<string>();
  try {
    for (let next: string | undefined; ; ) {
      const { repositories, nextToken } = await read(next);
      if (repositories === undefined) {
        throw new RegistryError("bad-response", `${what}: no list of repositories`);
      }
      for (const { repositoryName } of repositories) if (repositoryName) yield repositoryName;
      if (!nextToken) return;
      if (seen.has(nextToken)) throw new RegistryError("bad-response", `${what}: a page comes twice`);
      seen.add(nextToken);
      next = nextToken;
    }
  } finally {
    client.destroy();
  }
}
