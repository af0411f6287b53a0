import { createPrivateKey, randomUUID, sign, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { TEST_TLS } from "./fake-registry-tls.ts";

/** A user of a token service, and the scopes tokens for them may have, as `repository:team/redis:pull`. */
export interface TokenUser {
  readonly username: string;
  readonly password: string;
  readonly scopes: readonly string[];
}

/** A token service as Distribution describes it (`docs/spec/auth/jwt.md`), with what it was asked. */
export interface TokenService {
  readonly realm: URL;
  readonly service: string;
  readonly issuer: string;
  /** PEM of the certificate that vouches for its signatures. */
  readonly certificate: string;
  /** The scope of each token it made, in order; null: a token without one. */
  readonly made: readonly (string | null)[];
  /** From now on: how long a token says it holds, and how long it does, in seconds from now. */
  setLifetime(saidSeconds: number, trueSeconds: number): void;
  stop(): Promise<void>;
}

/** Starts a token service on a free port of 127.0.0.1. */
export async function startTokenService(users: readonly TokenUser[]): Promise<TokenService> {
  const issuer = "token-service";
  const service = "distribution";
  const made: (string | null)[] = [];
  const lifetime = { said: 300, true: 300 };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://127.0.0.1");
    const user = users.find((one) => request.headers.authorization === basicOf(one));
    const meant = url.pathname === "/token" && url.searchParams.get("service") === service;
    if (user === undefined || !meant || request.method !== "GET") {
      response.writeHead(401).end();
      return;
    }
    const scope = url.searchParams.get("scope");
    made.push(scope);
    const now = Math.floor(Date.now() / 1000);
    const token = signToken({
      iss: issuer,
      sub: user.username,
      aud: service,
      iat: now,
      nbf: now - 600,
      exp: now + lifetime.true,
      jti: randomUUID(),
      access: scope !== null && user.scopes.includes(scope) ? [accessOf(scope)] : [],
    });
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ token, expires_in: lifetime.said }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the token service has no port");
  return {
    realm: new URL(`http://127.0.0.1:${address.port}/token`),
    service,
    issuer,
    certificate: TEST_TLS.cert,
    made,
    setLifetime(saidSeconds, trueSeconds) {
      lifetime.said = saidSeconds;
      lifetime.true = trueSeconds;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function basicOf({ username, password }: TokenUser): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

function accessOf(scope: string) {
  const [type = "", name = "", actions = ""] = scope.split(":");
  return { type, name, actions: actions.split(",") };
}

/** A JSON Web Token (RFC 7519) by ES256, with the certificate in its header (RFC 7515, 4.1.6). */
function signToken(claims: object): string {
  const x5c = [new X509Certificate(TEST_TLS.cert).raw.toString("base64")];
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${encode({ typ: "JWT", alg: "ES256", x5c })}.${encode(claims)}`;
  const key = createPrivateKey(TEST_TLS.key);
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}
