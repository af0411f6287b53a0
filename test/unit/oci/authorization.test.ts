import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RegistryClientOptions } from "#lib/oci/client.ts";
import type { RegistryClient } from "#lib/oci/registry-client.ts";
import {
  type FakeRegistry,
  type FakeRegistryOptions,
  startFakeRegistry,
} from "#test/support/fake-registry.ts";
import {
  collect,
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
} from "#test/support/fake-registry-client.ts";
import { header, html, jsonAnswer, redirect, status } from "#test/support/fake-registry-faults.ts";

const USER = { username: "ada", password: "s3cret-Pässword:1" };
const redis = repositoryName("team/redis");
const mysql = repositoryName("team/mysql");
const tag = tagName("1.0.0");

/** A registry with two charts, and a client of it; both end with the test. */
async function withRegistry(
  options: FakeRegistryOptions,
  client: Partial<RegistryClientOptions>,
  run: (fake: FakeRegistry, client: RegistryClient) => Promise<void>,
): Promise<void> {
  const fake = await startFakeRegistry(options);
  fake.push(redis, tag);
  fake.push(mysql, tag);
  const its = hurriedClient(fake.url, client);
  try {
    await run(fake, its);
  } finally {
    await its.close();
    await fake.stop();
  }
}

const paths = (fake: FakeRegistry) =>
  fake.requests.map(({ method, path }) => `${method} ${decodeURIComponent(path.replaceAll("+", " "))}`);

describe("Bearer", () => {
  test("meets one challenge, then brings a token to each repository at once", async () => {
    await withRegistry({ auth: { kind: "token", user: null } }, {}, async (fake, client) => {
      await client.resolve(redis, tag);
      await client.resolve(redis, tag);
      await client.resolve(mysql, tag);
      assert.deepEqual(paths(fake), [
        "HEAD /v2/team/redis/manifests/1.0.0",
        "GET /token?service=fake&scope=repository:team/redis:pull",
        "HEAD /v2/team/redis/manifests/1.0.0",
        "HEAD /v2/team/redis/manifests/1.0.0",
        "GET /token?service=fake&scope=repository:team/mysql:pull",
        "HEAD /v2/team/mysql/manifests/1.0.0",
      ]);
    });
  });

  test("shares one token among all who wait for it", async () => {
    await withRegistry({ auth: { kind: "token", user: null } }, {}, async (fake, client) => {
      await Promise.all(Array.from({ length: 20 }, () => client.resolve(redis, tag)));
      assert.equal(paths(fake).filter((path) => path.startsWith("GET /token")).length, 1);
    });
  });

  test("fetches another token when the registry takes the held one no longer", async () => {
    await withRegistry({ auth: { kind: "token", user: null } }, {}, async (fake, client) => {
      await client.resolve(redis, tag);
      fake.expireTokens();
      await Promise.all([client.resolve(redis, tag), client.resolve(redis, tag)]);
      assert.equal(paths(fake).filter((path) => path.startsWith("GET /token")).length, 2);
    });
  });

  test("fetches another token when the held one has run out", async () => {
    await withRegistry(
      { auth: { kind: "token", user: null, lifetimeSeconds: 0.05 } },
      {},
      async (fake, client) => {
        await client.resolve(redis, tag);
        await new Promise((resolve) => setTimeout(resolve, 60));
        await client.resolve(redis, tag);
        assert.deepEqual(paths(fake).slice(3), [
          "GET /token?service=fake&scope=repository:team/redis:pull",
          "HEAD /v2/team/redis/manifests/1.0.0",
        ]);
      },
    );
  });

  test("gives up on a repository whose token does not open it, and on that one alone", async () => {
    const auth = { kind: "token", user: null, denied: ["repository:team/mysql:pull"] } as const;
    await withRegistry({ auth }, {}, async (fake, client) => {
      await client.resolve(redis, tag);
      assert.equal((await failureOf(client.resolve(mysql, tag))).code, "unauthorized");
      await client.resolve(redis, tag);
      // One token and one try for it: another token for the same would be no better.
      assert.equal(paths(fake).filter((path) => path.includes("mysql")).length, 2);
    });
  });

  test("asks for the catalog's token in the registry's words", async () => {
    await withRegistry({ auth: { kind: "token", user: null } }, {}, async (fake, client) => {
      // Quay: no scope in the challenge, and 400 to a token request that names the catalog's.
      fake.fail(/scope=registry/, status(400));
      fake.fail(/_catalog/, (_, request) =>
        request.headers.authorization === undefined
          ? jsonAnswer(
              401,
              {},
              { "www-authenticate": `Bearer realm="${fake.url.origin}/token",service="fake"` },
            )
          : jsonAnswer(200, { repositories: ["team/redis"] }),
      );
      assert.deepEqual(await collect(client.repositories()), ["team/redis"]);
      assert.deepEqual(await collect(client.repositories()), ["team/redis"]);
      assert.deepEqual(paths(fake), [
        "GET /v2/_catalog?n=100",
        "GET /token?service=fake",
        "GET /v2/_catalog?n=100",
        "GET /v2/_catalog?n=100",
      ]);
    });
  });

  test("sends the password to the realm alone", async () => {
    await withRegistry(
      { auth: { kind: "token", user: USER } },
      { credentials: USER },
      async (fake, client) => {
        await client.manifest(redis, tag);
        const basic = `Basic ${Buffer.from(`${USER.username}:${USER.password}`).toString("base64")}`;
        const sent = fake.requests.map(({ path, headers }) => [path.split("?")[0], headers.authorization]);
        assert.deepEqual(sent.slice(0, 2), [
          ["/v2/team/redis/manifests/1.0.0", undefined],
          ["/token", basic],
        ]);
        assert.match(sent[2]?.[1] ?? "", /^Bearer token-/);
      },
    );
  });

  test("sends nothing to a realm of another domain", async () => {
    const stranger = await startFakeRegistry();
    const realm = `http://localhost:${stranger.url.port}/token`;
    try {
      await withRegistry(
        { auth: { kind: "token", user: USER, realm } },
        { credentials: USER },
        async (_, client) => {
          const failure = await failureOf(client.resolve(redis, tag));
          assert.equal(failure.code, "bad-response");
          assert.match(failure.message, /token realm http:\/\/localhost:\d+ belongs to another domain$/);
        },
      );
      assert.deepEqual(stranger.requests, []);
    } finally {
      await stranger.stop();
    }
  });

  test("follows no redirect of the realm", async () => {
    const stranger = await startFakeRegistry();
    try {
      await withRegistry(
        { auth: { kind: "token", user: USER } },
        { credentials: USER },
        async (fake, client) => {
          fake.fail(/GET \/token/, redirect(`${stranger.url.origin}/token`));
          assert.equal((await failureOf(client.resolve(redis, tag))).code, "bad-response");
        },
      );
      assert.deepEqual(stranger.requests, []);
    } finally {
      await stranger.stop();
    }
  });

  test("waits out a realm that stumbles", async () => {
    await withRegistry({ auth: { kind: "token", user: null } }, {}, async (fake, client) => {
      fake.fail(/GET \/token/, status(503), 2);
      await client.resolve(redis, tag);
    });
  });

  test("names the realm when that is what fails", async () => {
    await withRegistry({ auth: { kind: "token", user: null } }, {}, async (fake, client) => {
      fake.fail(/GET \/token/, html());
      const failure = await failureOf(client.resolve(redis, tag));
      assert.equal(failure.message, `GET ${fake.url.origin}/token: not JSON but text/html; charset=utf-8`);
    });
  });
});

describe("Basic", () => {
  test("meets one challenge, then sends the password at once", async () => {
    await withRegistry(
      { auth: { kind: "basic", user: USER } },
      { credentials: USER },
      async (fake, client) => {
        await client.resolve(redis, tag);
        await client.resolve(mysql, tag);
        assert.deepEqual(
          fake.requests.map(({ headers }) => headers.authorization !== undefined),
          [false, true, true],
        );
      },
    );
  });

  test("is asked for no second time when the password is wrong", async () => {
    const wrong = { ...USER, password: "wrong" };
    await withRegistry(
      { auth: { kind: "basic", user: USER } },
      { credentials: wrong },
      async (fake, client) => {
        const failure = await failureOf(client.resolve(redis, tag));
        assert.deepEqual([failure.code, failure.status, fake.requests.length], ["unauthorized", 401, 2]);
        await failureOf(client.resolve(redis, tag));
        assert.equal(fake.requests.length, 3);
      },
    );
  });

  test("may hold for the catalog where repositories want Bearer, as with Harbor", async () => {
    await withRegistry(
      { auth: { kind: "token", user: USER } },
      { credentials: USER },
      async (fake, client) => {
        fake.fail(/_catalog/, (answer, request) =>
          request.headers.authorization?.startsWith("Basic ")
            ? {
                status: 200,
                headers: { "content-type": "application/json" },
                body: Buffer.from('{"repositories":["a"]}'),
              }
            : header("www-authenticate", 'Basic realm="harbor"')(answer, request),
        );
        await client.resolve(redis, tag);
        assert.deepEqual(await collect(client.repositories()), ["a"]);
        await client.resolve(redis, tag);
        assert.match(fake.requests.at(-1)?.headers.authorization ?? "", /^Bearer /);
      },
    );
  });
});

describe("ping", () => {
  test("of a registry that gives tokens needs none without credentials", async () => {
    await withRegistry({ auth: { kind: "token", user: null } }, {}, async (fake, client) => {
      await client.ping();
      assert.deepEqual(paths(fake), ["GET /v2/"]);
    });
  });

  test("tries the credentials there are", async () => {
    const wrong = { ...USER, password: "wrong" };
    await withRegistry({ auth: { kind: "token", user: USER } }, { credentials: wrong }, async (_, client) => {
      assert.equal((await failureOf(client.ping())).code, "unauthorized");
    });
    await withRegistry({ auth: { kind: "basic", user: USER } }, {}, async (_, client) => {
      assert.equal((await failureOf(client.ping())).code, "unauthorized");
    });
  });

  test("knows a challenge that cannot be read from a registry", async () => {
    await withRegistry(
      { auth: { kind: "basic", user: USER } },
      { credentials: USER },
      async (fake, client) => {
        fake.fail(/GET \/v2\//, header("www-authenticate", 'Bearer realm="open'));
        assert.equal((await failureOf(client.ping())).code, "bad-response");
      },
    );
  });
});

test("no failure carries a password or a token", async () => {
  for (const kind of ["basic", "token"] as const) {
    await withRegistry({ auth: { kind, user: USER } }, { credentials: USER }, async (fake, client) => {
      await client.resolve(redis, tag);
      fake.fail(/manifests/, status(500));
      const failure = await failureOf(client.resolve(redis, tag));
      const told = `${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`;
      const secret = fake.requests.at(-1)?.headers.authorization?.split(" ")[1] ?? "missing";
      for (const one of [USER.password, secret, "missing"]) assert.equal(told.includes(one), false, one);
    });
  }
});
