import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoginReader } from "#lib/oci/login.ts";
import { type FakeRegistryOptions, startFakeRegistry } from "#test/support/fake-registry.ts";
import { failureOf, hurriedClient, repositoryName, tagName } from "#test/support/fake-registry-client.ts";
import { redirect, status } from "#test/support/fake-registry-faults.ts";

const redis = repositoryName("team/redis");
const tag = tagName("1.0.0");
const USER = { username: "ann", password: "unknown" };
const IDENTITY: LoginReader = { read: async () => ({ identityToken: "s3cret-refresh" }) };

async function start(t: { after(run: () => Promise<void>): void }, options: FakeRegistryOptions) {
  const fake = await startFakeRegistry(options);
  t.after(() => fake.stop());
  fake.push(redis, tag);
  const client = hurriedClient(fake.url, { credentials: IDENTITY });
  t.after(() => client.close());
  return { fake, client };
}

const AUTH = { kind: "token", user: USER, identity: { token: "s3cret-refresh" } } as const;

describe("an identity token", () => {
  test("buys tokens in the form of OAuth2, one for each scope", async (t) => {
    const { fake, client } = await start(t, { auth: AUTH });
    await client.resolve(redis, tag);
    await client.resolve(redis, tag);
    const asked = fake.requests.filter(({ method }) => method === "POST");
    assert.deepEqual(
      asked.map(({ path, body }) => [path, Object.fromEntries(new URLSearchParams(body))]),
      [
        [
          "/token",
          {
            service: "fake",
            scope: "repository:team/redis:pull",
            grant_type: "refresh_token",
            client_id: "chartroom",
            refresh_token: "s3cret-refresh",
          },
        ],
      ],
    );
  });

  test("does not go where the realm must not be", async (t) => {
    const stranger = await startFakeRegistry();
    t.after(() => stranger.stop());
    const realm = `http://localhost:${stranger.url.port}/token`;
    const { client } = await start(t, { auth: { ...AUTH, realm } });
    const failure = await failureOf(client.resolve(redis, tag));
    assert.match(failure.message, /belongs to another domain$/);
    assert.deepEqual(stranger.requests, []);
  });

  test("does not follow the realm elsewhere", async (t) => {
    const stranger = await startFakeRegistry();
    t.after(() => stranger.stop());
    const { fake, client } = await start(t, { auth: AUTH });
    fake.fail(/^POST \/token/, redirect(new URL("/token", stranger.url).href, 307));
    assert.equal((await failureOf(client.resolve(redis, tag))).code, "bad-response");
    assert.deepEqual(stranger.requests, []);
  });

  for (const code of [400, 401]) {
    test(`that is refused with ${code} is told of, without it`, async (t) => {
      const { fake, client } = await start(t, { auth: AUTH });
      fake.fail(/^POST \/token/, status(code, "UNAUTHORIZED"));
      const failure = await failureOf(client.resolve(redis, tag));
      assert.deepEqual([failure.code, failure.status], ["unauthorized", code]);
      assert.doesNotMatch(failure.message, /s3cret/);
    });
  }

  test("is not sent to a registry that wants a password", async (t) => {
    const { fake, client } = await start(t, { auth: { kind: "basic", user: USER } });
    const failure = await failureOf(client.resolve(redis, tag));
    assert.equal(failure.code, "unauthorized");
    assert.match(failure.message, /takes no identity tokens; sign in with a user name and a password$/);
    assert.equal(fake.requests.length, 1);
  });
});
