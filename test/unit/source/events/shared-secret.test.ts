import assert from "node:assert/strict";
import { test } from "node:test";
import { carriesSecret, isSignedWith } from "#lib/source/events/shared-secret.ts";

const SECRET = "a secret: of words";
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

test("the secret stands there as it is, after Bearer, or as a password", () => {
  for (const header of [SECRET, `Bearer ${SECRET}`, `bearer  ${SECRET}`, basic(`robot:${SECRET}`)]) {
    assert.equal(carriesSecret(header, SECRET), true, header);
  }
  for (const header of [
    "",
    "Bearer",
    "Bearer ",
    "a secret",
    `${SECRET} `,
    `Bearer ${SECRET}x`,
    basic(`${SECRET}:robot`),
    `Digest ${SECRET}`,
    "constructor x",
  ]) {
    assert.equal(carriesSecret(header, SECRET), false, header);
  }
});

// From GitHub's "Validating webhook deliveries".
test("GitHub's signature is that of its documentation", () => {
  const body = Buffer.from("Hello, World!");
  const secret = "It's a Secret to Everybody";
  const signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
  assert.equal(isSignedWith(secret, signature, body), true);
  assert.equal(isSignedWith(secret, signature, Buffer.from("Hello, World?")), false);
  assert.equal(isSignedWith("another", signature, body), false);
});
