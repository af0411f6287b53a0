import { generateKeyPairSync, verify } from "node:crypto";

const TOKEN_ENDPOINT = "https://oauth2.googleapis.com/token";
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
const EMAIL = "chartroom@acme-prod.iam.gserviceaccount.com";
const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** Google's token endpoint in place of the network, for one service account. */
export interface FakeGoogle {
  /** What is downloaded as the account's key: JSON. */
  readonly keyFile: string;
  readonly fetch: typeof fetch;
  /** The next answers, in place of the right one. */
  readonly faults: Response[];
  /** How many tokens were given; the last is `ya29.N`. */
  tokens: number;
}

/** Gives tokens for assertions that the account signed (RFC 7523; "OAuth 2.0 for Server to Server Applications"). */
export function createFakeGoogle(): FakeGoogle {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });

  function isSigned(assertion: string): boolean {
    const [header = "", claims = "", signature = ""] = assertion.split(".");
    const signed = Buffer.from(`${header}.${claims}`);
    if (!verify("RSA-SHA256", signed, publicKey, Buffer.from(signature, "base64url"))) return false;
    const { iss, aud, scope, iat, exp } = JSON.parse(Buffer.from(claims, "base64url").toString());
    const now = Date.now() / 1000;
    const isNow = iat <= now + 10 && exp > now && exp - iat <= 3_600;
    return iss === EMAIL && aud === TOKEN_ENDPOINT && scope === SCOPE && isNow;
  }

  const fake: FakeGoogle = {
    keyFile: JSON.stringify({
      type: "service_account",
      project_id: "acme-prod",
      private_key_id: "s3cret-key-id",
      private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
      client_email: EMAIL,
      client_id: "1",
      // Not where the key goes: that address is Google's own, whatever a file says.
      token_uri: "https://evil.example/token",
    }),
    faults: [],
    tokens: 0,
    async fetch(input, init) {
      const request = new Request(input, init);
      if (request.url !== TOKEN_ENDPOINT || request.method !== "POST") throw new TypeError("fetch failed");
      const fault = fake.faults.shift();
      if (fault !== undefined) return fault;
      const form = new URLSearchParams(await request.text());
      if (form.get("grant_type") !== GRANT || !isSigned(form.get("assertion") ?? "")) {
        return Response.json({ error: "invalid_grant", error_description: "s3cret" }, { status: 400 });
      }
      fake.tokens += 1;
      return Response.json({
        access_token: `ya29.${fake.tokens}`,
        expires_in: 3_599,
        token_type: "Bearer",
      });
    },
  };
  return fake;
}
