import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseCloudLogin } from "#lib/config/cloud-login.ts";
import { parseConfig } from "#lib/config/parse-config.ts";

type Cloud = Parameters<typeof parseCloudLogin>[0];

/** What a cloud's login means for an address. */
function login(cloud: Cloud, address: string, env: Record<string, string> = {}) {
  return parseCloudLogin(cloud, new URL(address), env);
}

const ECR = "https://123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const ACR = "https://acme.azurecr.io";
const GAR = "https://europe-west1-docker.pkg.dev";

describe("a cloud's identity", () => {
  test("signs in to that cloud's registries", () => {
    assert.deepEqual(login("aws", ECR), { cloud: "aws", account: "123456789012", region: "eu-west-1" });
    assert.deepEqual(login("aws", "https://123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn"), {
      cloud: "aws",
      account: "123456789012",
      region: "cn-north-1",
    });
    assert.deepEqual(login("aws", "https://public.ecr.aws"), {
      cloud: "aws",
      account: null,
      region: "us-east-1",
    });
    for (const host of [GAR, "https://gcr.io", "https://eu.gcr.io"]) {
      assert.deepEqual(login("google", host), { cloud: "google" });
    }
  });

  test("is asked for at the Entra ID of the registry's cloud", () => {
    const at = (domain: string) => {
      const found = login("azure", `https://acme.azurecr.${domain}`);
      return "authority" in found ? [found.authority, found.audience] : found;
    };
    assert.deepEqual(at("io"), ["https://login.microsoftonline.com", "https://containerregistry.azure.net"]);
    assert.deepEqual(at("cn"), ["https://login.chinacloudapi.cn", "https://management.chinacloudapi.cn"]);
    assert.deepEqual(at("us"), ["https://login.microsoftonline.us", "https://management.usgovcloudapi.net"]);
  });

  const strangers: readonly (readonly [cloud: Cloud, address: string])[] = [
    ["aws", ACR],
    ["aws", GAR],
    ["aws", "https://public.ecr.aws.evil.dev"],
    ["aws", "http://public.ecr.aws"],
    ["aws", `${ECR}.evil.dev`],
    ["aws", `${ECR}:8443`],
    ["aws", ECR.replace("https", "http")],
    ["aws", "https://evil123456789012.dkr.ecr.eu-west-1.amazonaws.com"],
    ["aws", "https://123456789012.dkr.ecr.evil.dev.amazonaws.com"],
    ["aws", "https://123456789012-dkr-ecr.eu-west-1.amazonaws.com"],
    ["azure", ECR],
    ["azure", "https://azurecr.io"],
    ["azure", "https://acme.azurecr.io.evil.dev"],
    ["azure", "https://acmeazurecr.io"],
    ["azure", "https://acme.azurecr.dev"],
    ["google", ACR],
    ["google", "https://docker.pkg.dev"],
    ["google", "https://evil.dev/europe-docker.pkg.dev"],
    ["google", "https://europe-west1-docker.pkg.dev.evil.dev"],
    ["google", "https://evilgcr.io"],
    ["google", "https://evil.gcr.io"],
    ["google", "http://127.0.0.1:5000"],
  ];
  for (const [cloud, address] of strangers) {
    test(`of ${cloud} is not for ${address}`, () => {
      const found = login(cloud, address);
      assert.ok("message" in found, "it is taken");
      assert.match(found.message, new RegExp(`^\`credentials: ${cloud}\` is for https://.*, and not for `));
      assert.match(found.remedy, /a cloud's tokens go to its own registries alone$/);
    });
  }
});

describe("an identity in Azure", () => {
  const identityOf = (env: Record<string, string>) => {
    const found = login("azure", ACR, env);
    return "identity" in found ? found.identity : found;
  };
  const names = { AZURE_TENANT_ID: "tenant", AZURE_CLIENT_ID: "client" };

  test("is that of the environment, or the machine's", () => {
    const application = { kind: "application", tenant: "tenant", client: "client" };
    assert.deepEqual(identityOf({ ...names, AZURE_CLIENT_SECRET: "s" }), {
      ...application,
      proof: { secret: "s" },
    });
    assert.deepEqual(identityOf({ ...names, AZURE_FEDERATED_TOKEN_FILE: "/t", AZURE_CLIENT_SECRET: "" }), {
      ...application,
      proof: { tokenFile: "/t" },
    });
    assert.deepEqual(identityOf(names), { kind: "managed", client: "client" });
    assert.deepEqual(identityOf({}), { kind: "managed", client: null });
  });

  test("that is given by half is told of, without its secret", () => {
    const half = { AZURE_TENANT_ID: "tenant", AZURE_CLIENT_SECRET: "s3cret" };
    assert.deepEqual(identityOf(half), {
      message: "AZURE_CLIENT_SECRET is set, AZURE_CLIENT_ID is not",
      remedy:
        "set AZURE_CLIENT_ID as well, or unset AZURE_CLIENT_SECRET: Chartroom then signs in as the machine's managed identity",
    });
    const found = identityOf({ AZURE_CLIENT_ID: "client", AZURE_FEDERATED_TOKEN_FILE: "/t" });
    assert.ok("message" in found);
    assert.equal(found.message, "AZURE_FEDERATED_TOKEN_FILE is set, AZURE_TENANT_ID is not");
  });
});

test("credentials: aws, azure, google are told of with their line where they cannot be used", () => {
  const text = `sources:
  - { name: a, registry: ${ECR}, credentials: aws }
  - { name: b, registry: https://registry.example.com, credentials: aws }
  - { name: c, repository: ${ACR}, credentials: azure }
  - { name: d, layout: ./charts, credentials: google }
`;
  const parse = (lines: number) =>
    parseConfig({
      text: text.split("\n").slice(0, lines).join("\n"),
      fileName: "chartroom.yaml",
      env: {},
      readText: () => "",
    });
  const good = parse(2);
  assert.ok("sources" in good);
  assert.deepEqual(
    good.sources.map(({ credentials }) => credentials),
    [{ cloud: "aws", account: "123456789012", region: "eu-west-1" }],
  );
  const bad = parse(5);
  assert.ok("problems" in bad);
  assert.deepEqual(
    bad.problems.map(({ place, message }) => `${place.split(":")[1]}: ${message.split(",")[0]}`),
    [
      "3: `credentials: aws` is for https://ACCOUNT.dkr.ecr.REGION.amazonaws.com",
      "4: `credentials: azure` is for a registry",
      "5: `credentials` says nothing beside `layout`",
    ],
  );
});
