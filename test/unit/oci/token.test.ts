import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import { createDeadline } from "#lib/oci/deadline.ts";
import { RegistryError } from "#lib/oci/errors.ts";
import { createTokenCache, parseRealm, type TokenRequest } from "#lib/oci/token.ts";
import type { WireResponse } from "#lib/oci/transport.ts";
import { failureOf } from "#test/support/fake-registry-client.ts";

describe("parseRealm", () => {
  const allowed: readonly [registry: string, realm: string][] = [
    ["https://registry-1.docker.io", "https://auth.docker.io/token"],
    ["https://ghcr.io", "https://ghcr.io/token"],
    ["https://registry.acme.dev:5000", "https://registry.acme.dev/token"],
    ["https://registry.corp.internal", "https://login.corp.internal/auth?x=1"],
    ["http://127.0.0.1:5000", "http://127.0.0.1:5001/token"],
    ["http://localhost:5000", "https://localhost/token"],
    ["http://registry.acme.dev", "http://auth.acme.dev/token"],
    ["http://[::1]:5000", "http://[::1]:5001/token"],
  ];
  for (const [registry, realm] of allowed) {
    test(`${registry} may send us to ${realm}`, () => {
      assert.equal(parseRealm(new URL(registry), realm).href, new URL(realm).href);
    });
  }

  const refused: readonly [registry: string, realm: string][] = [
    ["https://registry.acme.dev", "https://evil.example/token"],
    ["https://registry.acme.dev", "https://acme.dev.evil.example/token"],
    ["https://registry.acme.dev", "https://notacme.dev/token"],
    // Both end in a public suffix that anyone can have a name under.
    ["https://acme.github.io", "https://evil.github.io/token"],
    ["https://registry.co.uk", "https://evil.co.uk/token"],
    ["https://registry.acme.dev", "http://registry.acme.dev/token"],
    ["https://registry.acme.dev", "https://127.0.0.1/token"],
    ["https://registry.acme.dev", "https://localhost/token"],
    ["https://registry.acme.dev", "https://[::1]/token"],
    ["https://registry.acme.dev", "http://169.254.169.254/latest/meta-data/"],
    ["http://10.0.0.1:5000", "http://10.0.0.2:5000/token"],
    ["http://app.localhost:5000", "http://other.localhost:5000/token"],
    ["http://registry:5000", "http://auth:5000/token"],
    ["https://registry.acme.dev", "https://user:password@registry.acme.dev/token"],
    ["https://registry.acme.dev", "https://registry.acme.dev@evil.example/token"],
    ["https://registry.acme.dev", "file:///etc/passwd"],
    ["https://registry.acme.dev", "/token"],
    ["https://registry.acme.dev", ""],
  ];
  for (const [registry, realm] of refused) {
    test(`${registry} may not send us to ${realm || "nowhere"}`, () => {
      assert.throws(
        () => parseRealm(new URL(registry), realm),
        (error) =>
          error instanceof RegistryError &&
          error.code === "bad-response" &&
          !error.message.includes("password"),
      );
    });
  }
});

describe("createTokenCache", () => {
  const request: TokenRequest = {
    realm: new URL("https://auth.example.com/token?tenant=1"),
    service: "registry",
    scope: "repository:a/b:pull",
  };

  /** A cache with a clock to turn, and a realm that answers with what it is given. */
  function setUp(answer: (count: number) => unknown, status = 200) {
    const clock = { now: 1_000_000 };
    const asked: URL[] = [];
    const cache = createTokenCache(
      async (url) => {
        asked.push(url);
        return jsonResponse(status, answer(asked.length));
      },
      () => clock.now,
    );
    return { cache, clock, asked };
  }

  test("asks the realm for service and scope", async () => {
    const { cache, asked } = setUp(() => ({ token: "t" }));
    assert.equal(await cache.fetch("k", request), "t");
    assert.equal(
      asked[0]?.href,
      "https://auth.example.com/token?tenant=1&service=registry&scope=repository%3Aa%2Fb%3Apull",
    );
  });

  test("takes access_token too, and asks without a scope where there is none", async () => {
    const { cache, asked } = setUp(() => ({ access_token: "t" }));
    assert.equal(await cache.fetch("k", { ...request, scope: null }), "t");
    assert.equal(asked[0]?.searchParams.has("scope"), false);
  });

  test("holds a token until shortly before it ends", async () => {
    const { cache, clock } = setUp(() => ({ token: "t", expires_in: 300 }));
    await cache.fetch("k", request);
    clock.now += 289_000;
    assert.equal(cache.held("k"), "t");
    assert.equal(cache.held("another"), null);
    clock.now += 2_000;
    assert.equal(cache.held("k"), null);
  });

  test("holds a token for a minute if it does not say for how long", async () => {
    for (const expires_in of [undefined, null, "300", 0, -5, Number.NaN]) {
      const { cache, clock } = setUp(() => ({ token: "t", expires_in }));
      await cache.fetch("k", request);
      clock.now += 53_000;
      assert.equal(cache.held("k"), "t", String(expires_in));
      clock.now += 7_000;
      assert.equal(cache.held("k"), null, String(expires_in));
    }
  });

  test("asks once for all who want the same at the same time, and again the next time", async () => {
    const { cache, asked } = setUp((count) => ({ token: `t${count}` }));
    const tokens = await Promise.all([
      cache.fetch("k", request),
      cache.fetch("k", request),
      cache.fetch("l", request),
    ]);
    assert.deepEqual(tokens, ["t1", "t1", "t2"]);
    assert.equal(await cache.fetch("k", request), "t3");
    assert.equal(asked.length, 3);
  });

  test("does not keep a failure", async () => {
    const { cache } = setUp((count) => (count === 1 ? {} : { token: "t" }));
    await failureOf(cache.fetch("k", request));
    assert.equal(await cache.fetch("k", request), "t");
  });

  test("drops a token that was refused, but not its successor", async () => {
    const { cache } = setUp(() => ({ token: "new" }));
    await cache.fetch("k", request);
    cache.drop("k", "old");
    assert.equal(cache.held("k"), "new");
    cache.drop("k", "new");
    assert.equal(cache.held("k"), null);
  });

  for (const answer of [
    {},
    [],
    null,
    "text",
    { token: 5 },
    { token: "" },
    { token: "a\r\nX-Evil: 1" },
    { token: "é" },
  ]) {
    test(`refuses ${JSON.stringify(answer)}`, async () => {
      const { cache } = setUp(() => answer);
      const failure = await failureOf(cache.fetch("k", request));
      assert.equal(failure.code, "bad-response");
      assert.equal(failure.message, "GET https://auth.example.com/token: an answer without a token");
    });
  }

  test("fails as the realm does", async () => {
    const { cache } = setUp(() => ({ errors: [{ code: "DENIED", message: "no" }] }), 403);
    assert.equal((await failureOf(cache.fetch("k", request))).code, "denied");
  });
});

function jsonResponse(status: number, json: unknown): WireResponse {
  return {
    status,
    label: "GET https://auth.example.com/token",
    url: new URL("https://auth.example.com/token"),
    elsewhere: false,
    header: () => null,
    body: Readable.from([Buffer.from(JSON.stringify(json))]),
    deadline: createDeadline("test", undefined),
    discard: async () => {},
  };
}
