import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { HELM_CHART, HELM_CONFIG, HELM_PROVENANCE, OCI_INDEX } from "#lib/oci/media-types.ts";
import type { RegistryClient } from "#lib/oci/registry-client.ts";
import { type Distribution, startDistribution } from "#test/support/distribution.ts";
import { deleteManifest, pushContent } from "#test/support/distribution-push.ts";
import { type FakeRegistryOptions, startFakeRegistry } from "#test/support/fake-registry.ts";
import {
  collect,
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
  textOf,
} from "#test/support/fake-registry-client.ts";
import {
  createRegistryContent,
  digestOf,
  type Pushed,
  type RegistryContent,
} from "#test/support/fake-registry-content.ts";

/** The same is true of every registry: the fake is held to what the real one does. */
const USER = { username: "ada", password: "correct horse: battery" };
const AUTHORIZATION = `Basic ${Buffer.from(`${USER.username}:${USER.password}`).toString("base64")}`;

interface Subject {
  readonly name: string;
  readonly credentials: typeof USER | null;
  start(content: RegistryContent): Promise<{ url: URL; stop(): Promise<void> }>;
}

const subjects: readonly Subject[] = [
  fake("a fake registry", null, { link: "relative" }),
  fake("a fake registry with absolute links", null, { link: "absolute" }),
  fake("a fake registry that allows 30 entries to a page", null, { maxEntries: 30 }),
  fake("a fake registry with a password", USER, { auth: { kind: "basic", user: USER } }),
  fake("a fake registry with tokens for everyone", null, { auth: { kind: "token", user: null } }),
  fake("a fake registry with tokens for its users", USER, { auth: { kind: "token", user: USER } }),
  real("Distribution", null),
  real("Distribution with htpasswd", USER),
];

const redis = repositoryName("platform/charts/redis");
const emptied = repositoryName("platform/emptied");

for (const subject of subjects) {
  describe(subject.name, () => {
    const content = createRegistryContent();
    let registry: { url: URL; stop(): Promise<void> };
    let client: RegistryClient;
    let pushed: Pushed;

    before(async () => {
      pushed = fill(content);
      registry = await subject.start(content);
      client = hurriedClient(registry.url, { credentials: subject.credentials });
    });
    after(async () => {
      await client.close();
      await registry.stop();
    });

    test("answers and takes the credentials", async () => {
      await client.ping();
    });

    test("lists every repository, page after page, each once", async () => {
      assert.deepEqual(await collect(client.repositories()), [...content.repositories.keys()].sort());
    });

    test("lists tags", async () => {
      // In no order that could be relied on: Distribution 2 gives them as its storage does.
      const tags = await collect(client.tags(redis));
      assert.deepEqual(tags.sort(), ["1.0.0", "1.1.0_build.5", "both"]);
    });

    test("lists no tags where all were deleted", async () => {
      assert.deepEqual(await collect(client.tags(emptied)), []);
    });

    test("says that an unknown repository, tag and blob are not found", async () => {
      const unknown = repositoryName("nobody/knows");
      assert.equal((await failureOf(collect(client.tags(unknown)))).code, "not-found");
      assert.equal((await failureOf(client.resolve(redis, tagName("9.9.9")))).code, "not-found");
      const failure = await failureOf(client.manifest(redis, tagName("9.9.9")));
      assert.equal(failure.code, "not-found");
      assert.match(failure.message, /^GET http:.*\/manifests\/9\.9\.9: 404 Not Found \(MANIFEST_UNKNOWN: /);
      const blob = { mediaType: HELM_CHART, digest: digestOf("no such blob"), size: 12 };
      assert.equal((await failureOf(client.blob(redis, blob))).code, "not-found");
    });

    test("resolves a tag and a digest to the same descriptor", async () => {
      assert.deepEqual(await client.resolve(redis, tagName("1.1.0_build.5")), pushed.manifest);
      assert.deepEqual(await client.resolve(redis, pushed.manifest.digest), pushed.manifest);
    });

    test("reads a chart's manifest by tag and by digest", async () => {
      const expected = {
        kind: "image",
        descriptor: pushed.manifest,
        artifactType: null,
        config: pushed.config,
        layers: pushed.layers,
        annotations: { "org.opencontainers.image.title": "redis" },
      };
      assert.deepEqual(await client.manifest(redis, tagName("1.1.0_build.5")), expected);
      assert.deepEqual(await client.manifest(redis, pushed.manifest.digest), expected);
      assert.equal(pushed.config.mediaType, HELM_CONFIG);
    });

    test("reads an index", async () => {
      const manifest = await client.manifest(redis, tagName("both"));
      assert.equal(manifest.kind, "index");
      assert.equal(manifest.descriptor.mediaType, OCI_INDEX);
      assert.deepEqual(manifest.kind === "index" && manifest.manifests, [pushed.manifest]);
    });

    test("streams blobs", async () => {
      const texts = await Promise.all(
        pushed.layers.map(async (layer) => textOf(await client.blob(redis, layer))),
      );
      assert.deepEqual(texts, ["the signature", "the archive, ".repeat(20_000)]);
    });

    test("refuses a blob whose size is not the promised one", async () => {
      const layer = { mediaType: HELM_CHART, digest: digestOf("the signature"), size: 5 };
      assert.equal((await failureOf(client.blob(redis, layer))).code, "digest-mismatch");
    });

    if (subject.credentials !== null) {
      for (const credentials of [null, { username: "ada", password: "wrong" }]) {
        test(`refuses ${credentials === null ? "strangers" : "a wrong password"}`, async () => {
          const stranger = hurriedClient(registry.url, { credentials });
          const failures = await Promise.all([
            failureOf(collect(stranger.repositories())),
            failureOf(collect(stranger.tags(redis))),
            failureOf(stranger.manifest(redis, tagName("1.0.0"))),
          ]);
          await stranger.close();
          assert.deepEqual(
            failures.map(({ code, status }) => [code, status]),
            failures.map(() => ["unauthorized", 401]),
          );
        });
      }
    }
  });
}

/** 125 repositories, more than one page; one of them with everything in it. */
function fill(content: RegistryContent): Pushed {
  for (let number = 100; number < 223; number += 1) content.push(`team-${number}/chart`, "0.1.0");
  content.push(redis, "1.0.0");
  const pushed = content.push(redis, "1.1.0_build.5", {
    config: { content: { name: "redis", version: "1.1.0+build.5" } },
    layers: [
      { mediaType: HELM_PROVENANCE, content: "the signature" },
      { content: "the archive, ".repeat(20_000) },
    ],
    annotations: { "org.opencontainers.image.title": "redis" },
  });
  content.pushIndex(redis, "both", [pushed.manifest]);
  content.push(emptied, "1.0.0");
  return pushed;
}

function fake(name: string, credentials: typeof USER | null, options: FakeRegistryOptions): Subject {
  return {
    name,
    credentials,
    async start(content) {
      const registry = await startFakeRegistry(options);
      for (const [repository, stored] of content.repositories) registry.repositories.set(repository, stored);
      registry.repositories.get(emptied)?.tags.clear();
      return registry;
    },
  };
}

function real(name: string, credentials: typeof USER | null): Subject {
  return {
    name,
    credentials,
    async start(content): Promise<Distribution> {
      const registry = await startDistribution({ auth: credentials ?? undefined });
      const authorization = credentials === null ? undefined : AUTHORIZATION;
      await pushContent(registry.url, content, authorization);
      for (const digest of content.repositories.get(emptied)?.tags.values() ?? []) {
        await deleteManifest(registry.url, emptied, digest, authorization);
      }
      return registry;
    },
  };
}
