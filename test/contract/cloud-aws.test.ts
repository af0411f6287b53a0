import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, type TestContext, test } from "node:test";
import { parseConfig } from "#lib/config/parse-config.ts";
import { createSources } from "#lib/source/create-sources.ts";
import { leaseAwsLogin } from "#lib/source/credentials/aws-login.ts";
import { createHeldLogin } from "#lib/source/credentials/held-login.ts";
import { openCredentials } from "#lib/source/credentials/open-credentials.ts";
import {
  AWS_KEYS,
  ECR_ACCOUNT,
  ECR_REGION,
  failure as ecrFailure,
  startFakeEcr,
  startFakePublicEcr,
} from "../support/clouds/fake-ecr.ts";
import { startFakeRegistry } from "../support/fake-registry.ts";
import {
  collect,
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
} from "../support/fake-registry-client.ts";
import { jsonAnswer } from "../support/fake-registry-faults.ts";
import { hurriedLister, series } from "../support/vendors/fake-api.ts";

const AWS = { cloud: "aws", account: ECR_ACCOUNT, region: ECR_REGION } as const;
const REGISTRY = new URL(`https://${ECR_ACCOUNT}.dkr.ecr.${ECR_REGION}.amazonaws.com`);
const NOWHERE = {
  AWS_CONFIG_FILE: "/nonexistent",
  AWS_SHARED_CREDENTIALS_FILE: "/nonexistent",
  AWS_EC2_METADATA_DISABLED: "true",
};

beforeEach(() => Object.assign(process.env, NOWHERE, AWS_KEYS));
afterEach(() => {
  for (const name of [
    "AWS_ENDPOINT_URL_ECR",
    "AWS_ENDPOINT_URL_ECR_PUBLIC",
    ...Object.keys({ ...NOWHERE, ...AWS_KEYS }),
  ]) {
    delete process.env[name];
  }
});

async function start(t: TestContext, repositories: readonly string[] = []) {
  const fake = await startFakeEcr(repositories);
  t.after(() => fake.stop());
  process.env.AWS_ENDPOINT_URL_ECR = fake.url.href;
  return fake;
}

describe("an identity in AWS", () => {
  test("gets a login to ECR that ends after twelve hours", async (t) => {
    const fake = await start(t);
    const { login, lastsMs, renewAfterMs } = await leaseAwsLogin(AWS);
    assert.deepEqual(login, { username: "AWS", password: "password-1" });
    assert.deepEqual([Math.round(lastsMs / 60_000), Math.round(renewAfterMs / 60_000)], [720, 715]);
    assert.equal(fake.requests.length, 1);
  });

  test("signs in to the registry, and anew once that refuses", async (t) => {
    const ecr = await start(t);
    const user = { username: "AWS", password: "password-1" };
    const registry = await startFakeRegistry({ auth: { kind: "basic", user } });
    t.after(() => registry.stop());
    const [redis, tag] = [repositoryName("team/redis"), tagName("1.0.0")];
    registry.push(redis, tag);
    const credentials = createHeldLogin(() => leaseAwsLogin(AWS), 0);
    const client = hurriedClient(registry.url, { credentials });
    t.after(() => client.close());
    await Promise.all([client.resolve(redis, tag), client.resolve(redis, tag)]);
    assert.equal(ecr.tokens, 1);
    user.password = "password-2";
    await client.resolve(redis, tag);
    assert.equal(ecr.tokens, 2);
  });

  test("gets a login to the public registry, which has an API of its own", async (t) => {
    const fake = await startFakePublicEcr();
    t.after(() => fake.stop());
    process.env.AWS_ENDPOINT_URL_ECR_PUBLIC = fake.url.href;
    const { login, lastsMs } = await leaseAwsLogin({ cloud: "aws", account: null, region: "us-east-1" });
    assert.deepEqual(login, { username: "AWS", password: "public-password" });
    assert.equal(Math.round(lastsMs / 60_000), 720);
    fake.fail(/^POST/, () => ecrFailure(400, "AccessDeniedException"));
    const failure = await failureOf(leaseAwsLogin({ cloud: "aws", account: null, region: "us-east-1" }));
    assert.match(failure.message, /may ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken: /);
  });

  test("lists the account through ECR's own API, page after page", async (t) => {
    const names = series("team/chart", 2_300);
    const fake = await start(t, names);
    const text = `sources: [{ name: acme, registry: ${REGISTRY.origin}, credentials: aws }]`;
    const parsed = parseConfig({ text, fileName: "chartroom.yaml", env: {}, readText: () => "" });
    assert.ok("sources" in parsed);
    const [source] = createSources(parsed.sources);
    assert.ok(source);
    t.after(() => source.client.close());
    assert.deepEqual(await collect(source.client.repositories()), names);
    const targets = fake.requests.map(({ headers }) => headers["x-amz-target"]?.split(".")[1]);
    assert.equal(targets.filter((target) => target === "DescribeRepositories").length, 3);
  });

  test("does not take a listing for whole that fails, has no list, or comes twice", async (t) => {
    const pages: readonly (readonly [answer: object, message: RegExp])[] = [
      [{}, /no list of repositories$/],
      [{ repositories: [], nextToken: "token-0" }, /a page comes twice$/],
    ];
    for (const [answer, message] of pages) {
      const fake = await start(t, ["a"]);
      fake.fail(/^POST/, (right, { headers }) =>
        headers["x-amz-target"]?.endsWith("Token") ? right : jsonAnswer(200, answer),
      );
      const failure = await failureOf(collect(listed().repositories()));
      assert.equal(failure.code, "bad-response");
      assert.match(failure.message, message);
    }
    const fake = await start(t, series("a", 1_500));
    fake.fail(/^POST/, (right, { body }) =>
      body.includes("nextToken") ? ecrFailure(400, "AccessDeniedException") : right,
    );
    assert.equal((await failureOf(collect(listed().repositories()))).code, "denied");
  });

  const refusals = [
    [400, "AccessDeniedException", "denied"],
    [400, "UnrecognizedClientException", "unauthorized"],
    [403, "ExpiredTokenException", "unauthorized"],
    [400, "ThrottlingException", "rate-limited"],
    [503, "ServerException", "unavailable"],
  ] as const;
  for (const [status, type, code] of refusals) {
    test(`that ECR refuses with ${type} is told of, with the remedy and no secret`, async (t) => {
      const fake = await start(t);
      fake.fail(/^POST/, () => ecrFailure(status, type));
      const failure = await failureOf(leaseAwsLogin(AWS));
      assert.equal(failure.code, code);
      assert.equal(
        failure.message,
        `ECR in ${ECR_REGION}, GetAuthorizationToken: ${status} ${type}; give the process an identity that may ` +
          "ecr:GetAuthorizationToken: a role of its machine, task or pod, AWS_PROFILE, or AWS_ACCESS_KEY_ID and " +
          "AWS_SECRET_ACCESS_KEY",
      );
      assert.equal(failure.cause, undefined);
    });
  }

  test("that is nowhere to be found is told of", async (t) => {
    const fake = await start(t);
    for (const name of Object.keys(AWS_KEYS)) delete process.env[name];
    const failure = await failureOf(leaseAwsLogin(AWS));
    assert.equal(failure.code, "unauthorized");
    assert.match(failure.message, /: CredentialsProviderError; give the process an identity/);
    assert.deepEqual(fake.requests, []);
  });

  test("whose answer holds no token is told of", async (t) => {
    const fake = await start(t);
    for (const authorizationData of [[], [{ authorizationToken: Buffer.from("AWS").toString("base64") }]]) {
      fake.fail(/^POST/, () => jsonAnswer(200, { authorizationData }), 1);
      assert.equal((await failureOf(leaseAwsLogin(AWS))).code, "bad-response");
    }
  });
});

/** Lists as the identity in AWS. */
function listed() {
  const credentials = openCredentials(AWS, { registry: REGISTRY, ca: null });
  return hurriedLister("ecr", { registry: REGISTRY, credentials, aws: AWS });
}
