import { type Answer, jsonAnswer, type LoggedRequest } from "../fake-registry-faults.ts";
import { type FakeApi, startFakeApi } from "../vendors/fake-api.ts";

/** ECR's own API in one region, with the account it knows. */
export interface FakeEcr extends FakeApi {
  /** What the next tokens say they end at, ms since the epoch. */
  endsAt: number;
  /** How many tokens were given; the last is `password-N`. */
  tokens: number;
}

export const ECR_ACCOUNT = "123456789012";
export const ECR_REGION = "eu-west-1";
export const AWS_KEYS = { AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "s3cret-aws-key" };

/** As "Signature Version 4" has it: what is signed, for which day, region and service. */
const AUTHORIZATION = new RegExp(
  `^AWS4-HMAC-SHA256 Credential=${AWS_KEYS.AWS_ACCESS_KEY_ID}/\\d{8}/(?<place>[a-z0-9-]+/[a-z-]+)/aws4_request, ` +
    "SignedHeaders=(?<signed>[a-z0-9;-]+), Signature=[0-9a-f]{64}$",
);
const TARGET = /^AmazonEC2ContainerRegistry_V20150921\.(?<action>[A-Za-z]+)$/;
const MAX_PAGE = 1_000;

/** Starts one on a free port of 127.0.0.1 (AWS JSON 1.1; GetAuthorizationToken and DescribeRepositories). */
export async function startFakeEcr(repositories: readonly string[]): Promise<FakeEcr> {
  const api = await startFakeApi((request) => {
    const action = TARGET.exec(request.headers["x-amz-target"] ?? "")?.groups?.action;
    if (!isSigned(request, `${ECR_REGION}/ecr`)) return failure(403, "IncompleteSignatureException");
    if (request.headers["content-type"] !== "application/x-amz-json-1.1") {
      return failure(400, "SerializationException");
    }
    if (action === "GetAuthorizationToken") {
      fake.tokens += 1;
      const authorizationToken = Buffer.from(`AWS:password-${fake.tokens}`).toString("base64");
      return jsonAnswer(200, {
        authorizationData: [
          { authorizationToken, expiresAt: fake.endsAt / 1000, proxyEndpoint: "https://x" },
        ],
      });
    }
    return action === "DescribeRepositories"
      ? describe(repositories, JSON.parse(request.body))
      : failure(400, "UnknownOperationException");
  });
  const fake: FakeEcr = { ...api, endsAt: Date.now() + 12 * 3_600_000, tokens: 0 };
  return fake;
}

/** A refusal as ECR words it, quoting what it was sent. */
export function failure(status: number, type: string): Answer {
  return jsonAnswer(status, { __type: type, message: `not for ${AWS_KEYS.AWS_SECRET_ACCESS_KEY}` });
}

/** Starts the API of the public registry, which gives one token and is in one region. */
export function startFakePublicEcr(): Promise<FakeApi> {
  const authorizationToken = Buffer.from("AWS:public-password").toString("base64");
  return startFakeApi((request) => {
    const isRight = request.headers["x-amz-target"] === "SpencerFrontendService.GetAuthorizationToken";
    if (!isRight || !isSigned(request, "us-east-1/ecr-public")) return failure(403, "AccessDeniedException");
    const expiresAt = Date.now() / 1000 + 12 * 3_600;
    return jsonAnswer(200, { authorizationData: { authorizationToken, expiresAt } });
  });
}

function isSigned({ method, path, headers }: LoggedRequest, place: string): boolean {
  const found = AUTHORIZATION.exec(headers.authorization ?? "")?.groups;
  const signed = found?.place === place ? (found.signed?.split(";") ?? []) : [];
  const covered = ["content-type", "host", "x-amz-date", "x-amz-target"].every((name) =>
    signed.includes(name),
  );
  return method === "POST" && path === "/" && covered && /^\d{8}T\d{6}Z$/.test(headers["x-amz-date"] ?? "");
}

function describe(all: readonly string[], asked: Readonly<Record<string, unknown>>): Answer {
  const { registryId, maxResults = 100, nextToken = "token-0" } = asked;
  if (registryId !== ECR_ACCOUNT) return failure(400, "RepositoryNotFoundException");
  const size = Number(maxResults);
  if (size > MAX_PAGE) return failure(400, "InvalidParameterException");
  const from = Number(/^token-(\d+)$/.exec(String(nextToken))?.[1] ?? Number.NaN);
  if (Number.isNaN(from)) return failure(400, "InvalidParameterException");
  const page = all.slice(from, from + size).map((repositoryName) => ({ repositoryName, registryId }));
  const more = from + size < all.length ? { nextToken: `token-${from + size}` } : {};
  return jsonAnswer(200, { repositories: page, ...more });
}
