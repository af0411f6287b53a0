import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, test } from "node:test";
import { chartLayersOf } from "#lib/chart/chart-manifest.ts";
import type { Descriptor, RegistryClient } from "#lib/oci/registry-client.ts";
import { createRepositoryClient } from "#lib/source/repository/repository-client.ts";
import { chartArchive } from "../support/archive-builder.ts";
import { type ChartRepository, type ServedFile, startChartRepository } from "../support/chart-repository.ts";
import { collect, failureOf, repositoryName, tagName } from "../support/fake-registry-client.ts";

const REDIS = repositoryName("redis");
const ONE = tagName("1.0.0");
const ARCHIVE = chartArchive({ name: "redis", version: "1.0.0" });
const SIGNED =
  "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nname: redis\n-----BEGIN PGP SIGNATURE-----\n";
const PROVENANCE = {
  mediaType: "application/vnd.cncf.helm.chart.provenance.v1.prov",
  digest: `sha256:${createHash("sha256").update(SIGNED).digest("hex")}`,
  size: SIGNED.length,
};

const toClose: (() => Promise<unknown>)[] = [];
let server: ChartRepository;
let client: RegistryClient;

beforeEach(async () => {
  server = await startChartRepository();
  client = createRepositoryClient({
    repository: server.url,
    credentials: { username: "ann", password: "s3cret" },
    ca: null,
    registryAt: () => null,
    retry: { attempts: 2, baseMs: 1, maxWaitMs: 100 },
  });
  toClose.push(server.stop, () => client.close());
  server.files.set("redis-1.0.0.tgz", ARCHIVE);
  serve("redis-1.0.0.tgz");
});
afterEach(async () => {
  await Promise.all(toClose.splice(0).map((close) => close()));
});

function serve(url: string): void {
  const charts = { redis: [{ name: "redis", version: "1.0.0", urls: [url] }] };
  server.files.set("index.yaml", JSON.stringify({ entries: charts }));
}

async function provenanceOf(): Promise<Descriptor | null> {
  const manifest = await client.manifest(REDIS, ONE);
  return (manifest.kind === "image" && chartLayersOf(manifest)?.provenance) || null;
}

test("a release with a provenance file beside its archive is signed", async () => {
  server.files.set("redis-1.0.0.tgz.prov", SIGNED);
  assert.deepEqual(await provenanceOf(), PROVENANCE);
});

test("the file is looked for when the release is read, and not by a pass without changes", async () => {
  server.files.set("redis-1.0.0.tgz.prov", SIGNED);
  await provenanceOf();
  for (let pass = 0; pass < 2; pass += 1) {
    await collect(client.repositories());
    await collect(client.tags(REDIS));
    await client.resolve(REDIS, ONE);
  }
  assert.equal(server.log.filter((line) => line.endsWith(".prov")).length, 1);
});

const unsigned: readonly (readonly [what: string, file: ServedFile | null])[] = [
  ["no file", null],
  ["a refusal", (response) => response.writeHead(403).end()],
  ["a server that fails", (response) => response.writeHead(500).end()],
  ["a page instead of what is not there", "<!doctype html><title>Charts</title>"],
  ["more than a signature takes", SIGNED + "x".repeat(2 * 1024 * 1024)],
  ["a connection that is lost", (response) => response.destroy()],
];
for (const [what, file] of unsigned) {
  test(`${what}: the release is read, and not signed`, async () => {
    if (file !== null) server.files.set("redis-1.0.0.tgz.prov", file);
    assert.equal(await provenanceOf(), null);
  });
}

test("who gives up is not told that there is none", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.files.set("redis-1.0.0.tgz.prov", () => resolve());
  const stop = new AbortController();
  const reading = failureOf(client.manifest(REDIS, ONE, { signal: stop.signal }));
  await promise;
  stop.abort();
  assert.equal((await reading).code, "cancelled");
});

test("on another host it is asked for as nobody, and a query stays behind the name", async () => {
  const elsewhere = await startChartRepository();
  toClose.push(elsewhere.stop);
  elsewhere.files.set("redis.tgz?key=1", ARCHIVE);
  elsewhere.files.set("redis.tgz.prov?key=1", SIGNED);
  serve(new URL("redis.tgz?key=1", elsewhere.url).href);
  assert.deepEqual(await provenanceOf(), PROVENANCE);
  assert.deepEqual(elsewhere.authorizations, [undefined, undefined]);
});
