import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { RegistryClient } from "#lib/oci/registry-client.ts";
import {
  createRepositoryClient,
  type RepositoryClientOptions,
} from "#lib/source/repository/repository-client.ts";
import { chartArchive } from "../support/archive-builder.ts";
import { type ChartRepository, startChartRepository } from "../support/chart-repository.ts";
import { startFakeRegistry } from "../support/fake-registry.ts";
import {
  collect,
  failureOf,
  hurriedClient,
  repositoryName,
  tagName,
} from "../support/fake-registry-client.ts";

const REDIS = repositoryName("redis");
const ONE = tagName("1.0.0");
const ARCHIVE = chartArchive({ name: "redis", version: "1.0.0" });
const DIGEST = createHash("sha256").update(ARCHIVE).digest("hex");
const PROVENANCE = "application/vnd.cncf.helm.chart.provenance.v1.prov";
const ENTRY = {
  name: "redis",
  version: "1.0.0",
  urls: ["redis-1.0.0.tgz"],
  digest: DIGEST,
  created: "2026-01-01T00:00:00Z",
};

const toClose: { stop(): Promise<void> }[] = [];
let server: ChartRepository;

beforeEach(async () => {
  server = await startChartRepository();
  toClose.push(server);
  server.files.set("redis-1.0.0.tgz", ARCHIVE);
  serve(ENTRY);
});
afterEach(async () => {
  await Promise.all(toClose.splice(0).map((one) => one.stop()));
});

function serve(...entries: object[]): void {
  server.files.set("index.yaml", JSON.stringify({ entries: { redis: entries } }));
}

function open(options: Partial<RepositoryClientOptions> = {}): RegistryClient {
  const client = createRepositoryClient({
    repository: server.url,
    credentials: null,
    ca: null,
    registryAt: () => null,
    retry: { attempts: 2, baseMs: 1, maxWaitMs: 100 },
    ...options,
  });
  toClose.push({ stop: () => client.close() });
  return client;
}

async function bytesOf(client: RegistryClient): Promise<Buffer> {
  const manifest = await client.manifest(REDIS, ONE);
  assert.ok(manifest.kind === "image" && manifest.layers[0]);
  return Buffer.concat(await collect(await client.blob(REDIS, manifest.layers[0])));
}

describe("a chart repository", () => {
  test("is read as a registry is: one request for the index, one for the archive, one for its signature", async () => {
    const client = open();
    assert.deepEqual(await collect(client.repositories()), ["redis"]);
    assert.deepEqual(await collect(client.tags(REDIS)), ["1.0.0"]);
    const manifest = await client.manifest(REDIS, ONE);
    assert.ok(manifest.kind === "image");
    assert.equal(manifest.config.mediaType, "application/vnd.cncf.helm.config.v1+json");
    assert.deepEqual(manifest.layers, [
      {
        mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
        digest: `sha256:${DIGEST}`,
        size: ARCHIVE.length,
      },
    ]);
    assert.deepEqual(manifest.annotations, {
      "io.chartroom.archive": new URL("redis-1.0.0.tgz", server.url).href,
      "org.opencontainers.image.created": "2026-01-01T00:00:00Z",
    });
    assert.deepEqual(manifest.descriptor, await client.resolve(REDIS, ONE));
    assert.ok(manifest.layers[0]);
    assert.deepEqual(await collect(await client.blob(REDIS, manifest.layers[0])), [Buffer.from(ARCHIVE)]);
    assert.deepEqual(server.log, ["200 index.yaml", "200 redis-1.0.0.tgz", "404 redis-1.0.0.tgz.prov"]);
  });

  test("that is as it was costs one 304", async () => {
    const client = open();
    await collect(client.repositories());
    const before = await client.resolve(REDIS, ONE);
    await collect(client.repositories());
    assert.deepEqual(await client.resolve(REDIS, ONE), before);
    assert.deepEqual(server.log, ["200 index.yaml", "304 index.yaml"]);
  });

  test("is noticed to have changed without a download", async () => {
    const client = open();
    const before = await client.resolve(REDIS, ONE);
    serve({ ...ENTRY, digest: "b".repeat(64), description: "of another length" });
    await collect(client.repositories());
    assert.notEqual((await client.resolve(REDIS, ONE)).digest, before.digest);
    assert.ok(!server.log.includes("200 redis-1.0.0.tgz"));
  });

  test("is noticed to have moved its archive, and not for each new signature of an address", async () => {
    const client = open();
    const stated = async (url: string) => {
      serve({ ...ENTRY, urls: [url] });
      await collect(client.repositories());
      return (await client.resolve(REDIS, ONE)).digest;
    };
    const before = await stated("redis-1.0.0.tgz?signature=a1");
    assert.equal(await stated("redis-1.0.0.tgz?signature=b22"), before);
    assert.notEqual(await stated("packages/redis-1.0.0.tgz"), before);
  });

  test("may name no digest: it is learned by reading", async () => {
    serve({ ...ENTRY, digest: undefined });
    const client = open();
    const manifest = await client.manifest(REDIS, ONE);
    assert.equal(manifest.kind === "image" && manifest.layers[0]?.digest, `sha256:${DIGEST}`);
    assert.deepEqual(await bytesOf(client), Buffer.from(ARCHIVE));
    // Taken once; the second time it is downloaded again, by what was learned.
    const blob = {
      mediaType: "",
      digest: (manifest.kind === "image" && manifest.layers[0]?.digest) || "",
      size: ARCHIVE.length,
    };
    assert.equal((await collect(await client.blob(REDIS, blob as never))).length, 1);
  });

  test("whose archive is not what the index says is refused", async () => {
    serve({ ...ENTRY, digest: "b".repeat(64) });
    assert.equal((await failureOf(open().manifest(REDIS, ONE))).code, "digest-mismatch");
  });

  test("that fails keeps what was read, and one bad entry costs only itself", async () => {
    serve(ENTRY, { version: "2.0.0" }, { name: "redis" });
    const client = open();
    const told: string[] = [];
    await collect(client.repositories());
    assert.deepEqual(await collect(client.tags(REDIS, { onUnreadable: (entry) => told.push(entry) })), [
      "1.0.0",
      "2.0.0",
    ]);
    assert.deepEqual(told, ["redis: the entry has no version"]);
    const failure = await failureOf(client.resolve(REDIS, tagName("2.0.0")));
    assert.equal(failure.code, "bad-response");
    assert.match(failure.message, /redis 2\.0\.0: the entry has no address/);
    server.files.set("index.yaml", "<html>");
    assert.equal((await failureOf(collect(client.repositories()))).code, "bad-response");
    assert.deepEqual(await bytesOf(client), Buffer.from(ARCHIVE));
  });

  test("in which a chart is no list any more says nothing of its releases", async () => {
    server.files.set("index.yaml", "entries:\n  redis: word\n  empty: []\n");
    const client = open();
    assert.deepEqual(await collect(client.repositories()), ["redis"]);
    const failure = await failureOf(collect(client.tags(REDIS)));
    assert.equal(failure.code, "bad-response");
    assert.match(failure.message, /redis: the chart's releases are no list/);
  });

  test("what it has not is not found", async () => {
    const client = open();
    assert.equal((await failureOf(client.resolve(REDIS, tagName("9.0.0")))).code, "not-found");
    assert.equal((await failureOf(collect(client.tags(repositoryName("nginx"))))).code, "not-found");
    server.files.delete("redis-1.0.0.tgz");
    assert.equal((await failureOf(client.manifest(REDIS, ONE))).code, "not-found");
  });
});

describe("a hostile index", () => {
  const bodies: readonly (readonly [
    what: string,
    body: Parameters<typeof server.files.set>[1],
    code: string,
  ])[] = [
    ["a web page", "<!doctype html>", "bad-response"],
    // A thousandth of what it unpacks to.
    [
      "packed although it was asked for as it is",
      (response) => {
        response.setHeader("content-encoding", "gzip");
        response.end(gzipSync(Buffer.alloc(10_000_000)));
      },
      "bad-response",
    ],
    [
      "a body that says it is a terabyte",
      (response) => {
        response.setHeader("content-length", 1e12);
        response.write("entries:\n");
      },
      "too-large",
    ],
    [
      "a body cut short",
      (response) => {
        response.setHeader("content-length", 1_000);
        response.write("entries:\n");
        response.destroy();
      },
      "unavailable",
    ],
    ["a refusal", (response) => response.writeHead(403).end(), "denied"],
  ];
  for (const [what, body, code] of bodies) {
    test(what, async () => {
      server.files.set("index.yaml", body);
      assert.equal((await failureOf(collect(open().repositories()))).code, code);
    });
  }
});

describe("credentials", () => {
  const credentials = { username: "ann", password: "s3cret" };
  const basic = `Basic ${Buffer.from("ann:s3cret").toString("base64")}`;
  const guarded =
    (body: string): Parameters<typeof server.files.set>[1] =>
    (response, headers) => {
      if (headers.authorization === basic) response.end(body);
      else response.writeHead(401, { "www-authenticate": 'Basic realm="charts"' }).end();
    };

  test("open the index, and never leave its origin", async () => {
    const elsewhere = await startChartRepository();
    toClose.push(elsewhere);
    elsewhere.files.set("redis.tgz", (response) =>
      response.writeHead(401, { "www-authenticate": 'Basic realm="charts"' }).end(),
    );
    const entry = { ...ENTRY, urls: [new URL("redis.tgz", elsewhere.url).href] };
    server.files.set("index.yaml", guarded(JSON.stringify({ entries: { redis: [entry] } })));
    const client = open({ credentials });
    assert.deepEqual(await collect(client.repositories()), ["redis"]);
    await failureOf(client.manifest(REDIS, ONE));
    assert.ok(server.authorizations.includes(basic));
    assert.deepEqual([...new Set(elsewhere.authorizations)], [undefined]);
  });

  test("that are missing or wrong are told", async () => {
    server.files.set("index.yaml", guarded("entries: {}"));
    assert.equal((await failureOf(collect(open().repositories()))).code, "unauthorized");
  });
});

describe("an oci:// address", () => {
  test("is read through the source of that registry, and through no other", async () => {
    const registry = await startFakeRegistry();
    const peer = hurriedClient(registry.url);
    toClose.push(registry, { stop: () => peer.close() });
    registry.push("team/redis", "1.0.0", {
      layers: [{ content: ARCHIVE }, { mediaType: PROVENANCE, content: "signed" }],
    });
    serve({ ...ENTRY, urls: [`oci://${registry.url.host}/team/redis:1.0.0`] });
    const registryAt = (host: string) => (host === registry.url.host ? peer : null);
    assert.deepEqual(await bytesOf(open({ registryAt })), Buffer.from(ARCHIVE));
    const manifest = await open({ registryAt }).manifest(REDIS, ONE);
    assert.equal(manifest.kind === "image" && manifest.layers[1]?.mediaType, PROVENANCE);

    const failure = await failureOf(open().manifest(REDIS, ONE));
    assert.equal(failure.code, "denied");
    assert.match(failure.message, /no source here reads oci:\/\/[^/]+\/team\/redis, where/);

    serve({ ...ENTRY, digest: "b".repeat(64), urls: [`oci://${registry.url.host}/team/redis:1.0.0`] });
    assert.equal((await failureOf(open({ registryAt }).manifest(REDIS, ONE))).code, "digest-mismatch");
  });
});
