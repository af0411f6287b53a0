import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { RegistryClient } from "#lib/oci/registry-client.ts";
import { type FakeRegistry, startFakeRegistry } from "#test/support/fake-registry.ts";
import {
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
  textOf,
} from "#test/support/fake-registry-client.ts";
import type { Pushed } from "#test/support/fake-registry-content.ts";
import { redirect, status } from "#test/support/fake-registry-faults.ts";
import { TEST_TLS } from "#test/support/fake-registry-tls.ts";

const USER = { username: "ada", password: "secret" };
const redis = repositoryName("team/redis");
const tag = tagName("1.0.0");

/** A registry that keeps its blobs elsewhere, as those on S3 do. */
let registry: FakeRegistry;
let storage: FakeRegistry;
let client: RegistryClient;
let pushed: Pushed;

before(async () => {
  registry = await startFakeRegistry({ auth: { kind: "basic", user: USER } });
  storage = await startFakeRegistry();
  pushed = registry.push(redis, tag, { layers: [{ content: "the archive" }] });
  storage.push(redis, tag, { layers: [{ content: "the archive" }] });
  client = hurriedClient(registry.url, { credentials: USER });
  // From here on it knows that the registry wants a password.
  await client.resolve(redis, tag);
});
beforeEach(() => {
  for (const server of [registry, storage]) {
    server.mend();
    server.requests.length = 0;
  }
});
after(async () => {
  await client.close();
  await Promise.all([registry.stop(), storage.stop()]);
});

const layer = () => pushed.layers[0] ?? pushed.config;
const readBlob = async () => textOf(await client.blob(redis, layer()));
const blobPath = () => `/v2/${redis}/blobs/${layer().digest}`;

describe("a redirect", () => {
  test("to another origin is followed without the credentials", async () => {
    registry.fail(/blobs/, redirect(`${storage.url.origin}${blobPath()}?X-Amz-Signature=abc`));
    assert.equal(await readBlob(), "the archive");
    assert.deepEqual(
      storage.requests.map(({ path, headers }) => [path, headers.authorization]),
      [[`${blobPath()}?X-Amz-Signature=abc`, undefined]],
    );
    assert.match(registry.requests.at(-1)?.headers.authorization ?? "", /^Basic /);
  });

  for (const code of [301, 302, 303, 307, 308]) {
    test(`may be ${code} and name a relative address`, async () => {
      registry.fail(/blobs/, redirect(`${blobPath()}?again`, code), 1);
      assert.equal(await readBlob(), "the archive");
      assert.equal(registry.requests.at(-1)?.path, `${blobPath()}?again`);
      // The same origin: the credentials are still for it.
      assert.match(registry.requests.at(-1)?.headers.authorization ?? "", /^Basic /);
    });
  }

  // Otherwise the stranger could bring us to any path of the registry, with our password.
  test("back to the registry from elsewhere brings no credentials", async () => {
    registry.fail(/blobs/, redirect(`${storage.url.origin}/elsewhere`), 1);
    storage.fail(/elsewhere/, redirect(`${registry.url.origin}/v2/private/tags/list`));
    const failure = await failureOf(readBlob());
    assert.equal(registry.requests.at(-1)?.path, "/v2/private/tags/list");
    assert.equal(registry.requests.at(-1)?.headers.authorization, undefined);
    assert.equal(failure.code, "unauthorized");
  });

  test("that another origin refuses says nothing about the credentials", async () => {
    registry.fail(/blobs/, redirect(`${storage.url.origin}/expired?signature=secret`));
    storage.fail(/expired/, status(403));
    const failure = await failureOf(readBlob());
    assert.equal(failure.code, "unavailable");
    assert.match(failure.message, /blobs\/sha256:\w+: 403 Forbidden from http:\/\/127\.0\.0\.1:\d+ \(/);
    assert.equal(failure.message.includes("secret"), false);
  });

  // A storage that asks for a password would otherwise be told the registry's, by way of a token realm of its own.
  test("to a storage with a challenge of its own meets no answer", async () => {
    registry.fail(/blobs/, redirect(`${storage.url.origin}/locked`));
    const challenge = `Bearer realm="${storage.url.origin}/token",service="storage"`;
    storage.fail(/locked/, status(401, "UNAUTHORIZED", { "www-authenticate": challenge }));
    assert.equal((await failureOf(readBlob())).code, "unavailable");
    assert.deepEqual(new Set(storage.requests.map(({ path }) => path)), new Set(["/locked"]));
  });

  test("in a circle ends", async () => {
    registry.fail(/blobs/, redirect(blobPath()));
    const failure = await failureOf(readBlob());
    assert.equal(failure.code, "bad-response");
    assert.match(failure.message, /: more than 5 redirects, the last to http:/);
    assert.ok(registry.requests.length < 10);
  });

  const inside = [
    "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
    "http://2852039166/latest/meta-data/",
    "http://0xa9.0xfe.0xa9.0xfe/",
    "http://[::ffff:169.254.169.254]/",
    "http://0.0.0.0/",
    "http://[fd00:ec2::254]/",
  ];
  for (const address of inside) {
    test(`to ${address} is not followed`, async () => {
      registry.fail(/blobs|manifests/, redirect(address));
      const started = performance.now();
      for (const read of [readBlob, () => client.manifest(redis, tag), () => client.resolve(redis, tag)]) {
        const failure = await failureOf(read());
        assert.equal(failure.code, "bad-response", failure.message);
        assert.match(failure.message, /^(?:GET|HEAD) http:.+: leads to .+, an address inside the network$/);
      }
      // Refused, not tried until it timed out.
      assert.ok(performance.now() - started < 1_000);
    });
  }

  for (const address of [
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "data:text/plain,x",
    "gopher://x/",
    "http://",
    "",
    "//",
  ]) {
    test(`to ${address || "nowhere"} is not followed`, async () => {
      registry.fail(/blobs/, redirect(address));
      assert.equal((await failureOf(readBlob())).code, "bad-response");
    });
  }

  test("from https to http is not followed", async () => {
    const safe = await startFakeRegistry({ tls: TEST_TLS });
    const trusting = hurriedClient(safe.url, { ca: TEST_TLS.cert });
    safe.push(redis, tag);
    try {
      assert.equal((await trusting.resolve(redis, tag)).size > 0, true);
      safe.fail(/manifests/, redirect(`${storage.url.origin}/v2/${redis}/manifests/${tag}`));
      const failure = await failureOf(trusting.manifest(redis, tag));
      assert.equal(failure.code, "bad-response");
      assert.match(failure.message, /redirected from https:\/\/ to http:\/\/$/);
      assert.deepEqual(storage.requests, []);
    } finally {
      await trusting.close();
      await safe.stop();
    }
  });
});

test("the next page is sought at the registry, though this one came from elsewhere", async () => {
  registry.fail(/_catalog/, redirect(`${storage.url.origin}/v2/_catalog?n=100`));
  storage.fail(/_catalog/, (answer) => ({
    ...answer,
    headers: { ...answer.headers, link: `<${storage.url.origin}/v2/_catalog?last=a>; rel="next"` },
  }));
  const listing = async () => {
    for await (const _ of client.repositories());
  };
  const failure = await failureOf(listing());
  assert.match(failure.message, /: Link to another origin/);
  assert.deepEqual(
    storage.requests.map(({ headers }) => headers.authorization),
    [undefined],
  );
});
