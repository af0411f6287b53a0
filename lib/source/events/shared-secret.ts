import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Whether both are the same text; takes as long wherever they differ. */
function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

/**
 * Whether an `Authorization` header carries the secret: as it is, after `Bearer`, or as the password of `Basic`, since
 * products differ in what they let one set.
 */
export function carriesSecret(authorization: string, secret: string): boolean {
  const [scheme = "", token = ""] = authorization.split(/ +(.*)/s, 2);
  const basic = Buffer.from(token, "base64").toString("utf8");
  const candidates: Readonly<Record<string, string>> = {
    bearer: token,
    basic: basic.slice(basic.indexOf(":") + 1),
  };
  const key = scheme.toLowerCase();
  const inScheme = Object.hasOwn(candidates, key) && isSameSecret(candidates[key] ?? "", secret);
  return isSameSecret(authorization, secret) || inScheme;
}

/** Whether `X-Hub-Signature-256` is GitHub's signature of the body: `sha256=` and the HMAC in hex. */
export function isSignedWith(secret: string, signature: string, body: Uint8Array): boolean {
  return isSameSecret(signature, `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
