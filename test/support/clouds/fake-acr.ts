import { type Answer, jsonAnswer, type LoggedRequest } from "../fake-registry-faults.ts";
import { type FakeApi, startFakeApi } from "../vendors/fake-api.ts";

/** An Azure container registry that signs in identities of one tenant. */
export interface FakeAcr extends FakeApi {
  /** What the next refresh tokens end at, s since the epoch. */
  endsAt: number;
  /** The refresh token that is taken; null: none any more. */
  refreshToken: string | null;
}

export const TENANT = "72f988bf-0000-0000-0000-2d7cd011db47";
const CATALOG = "registry:catalog:*";

/** A JSON Web Token that nobody verifies. */
export function webToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part(claims)}.c2lnbmF0dXJl`;
}

/**
 * Starts one on a free port of 127.0.0.1: `/oauth2/exchange` and `/oauth2/token` as Azure's "AAD integration" has them,
 * and a catalog behind them. The access token that is exchanged must be for the tenant and the audience.
 */
export async function startFakeAcr(audience: string, repositories: readonly string[]): Promise<FakeAcr> {
  let exchanged = 0;
  const api = await startFakeApi((request, url) => {
    if (url.pathname === "/oauth2/exchange") return exchange(request, url);
    if (url.pathname === "/oauth2/token") return token(request, url);
    if (request.headers.authorization === "Bearer catalog-token") return jsonAnswer(200, { repositories });
    const challenge = `Bearer realm="${url.origin}/oauth2/token",service="${url.host}",scope="${CATALOG}"`;
    return jsonAnswer(401, { errors: [{ code: "UNAUTHORIZED" }] }, { "www-authenticate": challenge });
  });
  const fake: FakeAcr = { ...api, endsAt: Math.floor(Date.now() / 1000) + 3 * 3_600, refreshToken: null };

  function exchange(request: LoggedRequest, { host }: URL): Answer {
    const form = formOf(request);
    const accessToken = form.get("access_token") ?? "";
    const right =
      form.get("grant_type") === "access_token" &&
      form.get("service") === host &&
      form.get("tenant") === TENANT &&
      accessToken === webToken({ aud: audience, tid: TENANT });
    // The refusal quotes what came, as a careless server does.
    if (!right) return jsonAnswer(401, { errors: [{ code: "UNAUTHORIZED", message: accessToken }] });
    exchanged += 1;
    fake.refreshToken = webToken({ exp: fake.endsAt, jti: exchanged, aud: host });
    return jsonAnswer(200, { refresh_token: fake.refreshToken });
  }

  function token(request: LoggedRequest, { host }: URL): Answer {
    const form = formOf(request);
    const right =
      form.get("grant_type") === "refresh_token" &&
      form.get("service") === host &&
      form.get("scope") === CATALOG &&
      form.get("refresh_token") === fake.refreshToken;
    return right ? jsonAnswer(200, { access_token: "catalog-token" }) : jsonAnswer(401, { errors: [] });
  }

  return fake;
}

function formOf({ method, headers, body }: LoggedRequest): URLSearchParams {
  const isForm = method === "POST" && headers["content-type"] === "application/x-www-form-urlencoded";
  return new URLSearchParams(isForm ? body : "");
}
