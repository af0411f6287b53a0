import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseRetryAfter } from "#lib/oci/failure.ts";
import { asRegistryError, plainText, requestLabel } from "#lib/oci/network-error.ts";

describe("parseRetryAfter", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const fields: readonly [field: string | null, ms: number | null][] = [
    [null, null],
    ["", null],
    ["0", 0],
    ["120", 120_000],
    [" 5 ", 5_000],
    ["Thu, 01 Jan 2026 00:01:00 GMT", 60_000],
    ["Wed, 31 Dec 2025 23:59:00 GMT", 0],
    ["-5", null],
    ["soon", null],
    ["99999999999999999999", null],
  ];
  for (const [field, ms] of fields) {
    test(`of ${JSON.stringify(field)}`, () => assert.equal(parseRetryAfter(field, now), ms));
  }
});

describe("plainText", () => {
  // A registry's words end up in logs and terminals: no new lines of its own there, no colours, no reversed text.
  test("is one line without control or formatting characters", () => {
    assert.equal(plainText("a\r\n\u001b[31mred\u0000\u202egnp.exe\u2028\ufeffz"), "a [31mred gnp.exe z");
  });
  test("holds no half character", () => {
    assert.equal(plainText("a\ud800b"), "a\ufffdb");
    assert.ok(plainText(`${"x".repeat(199)}😀${"x".repeat(9)}`).isWellFormed());
  });
  test("is short", () => assert.equal(plainText("x".repeat(5_000)), `${"x".repeat(200)}…`));
});

test("a request's label has neither query nor credentials", () => {
  const url = new URL("https://user:password@r.example:5000/v2/a/blobs/x?X-Amz-Signature=secret#y");
  assert.equal(requestLabel("GET", url), "GET https://r.example:5000/v2/a/blobs/x");
});

describe("asRegistryError", () => {
  const codes: readonly [code: string, meaning: string][] = [
    ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout"],
    ["UND_ERR_BODY_TIMEOUT", "timeout"],
    ["ECONNREFUSED", "unavailable"],
    ["ENOTFOUND", "unavailable"],
    ["UND_ERR_SOCKET", "unavailable"],
    ["CERT_HAS_EXPIRED", "unavailable"],
    ["UND_ERR_HEADERS_OVERFLOW", "bad-response"],
    ["UND_ERR_DESTROYED", "cancelled"],
  ];
  for (const [code, meaning] of codes) {
    test(`makes ${code} ${meaning}, and keeps the cause`, () => {
      const cause = Object.assign(new Error("what happened"), { code });
      const error = asRegistryError("GET https://r/v2/", cause);
      assert.deepEqual(
        [error.code, error.message, error.cause],
        [meaning, "GET https://r/v2/: what happened", cause],
      );
    });
  }

  test("looks into the failures of several addresses", () => {
    const cause = new AggregateError([Object.assign(new Error("a"), { code: "ETIMEDOUT" })]);
    assert.equal(asRegistryError("x", cause).code, "timeout");
  });
});
