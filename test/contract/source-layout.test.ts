import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFile, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { packDemoCharts } from "#demo/pack-charts.ts";
import type { RepositoryName } from "#lib/oci/reference.ts";
import type { Descriptor } from "#lib/oci/registry-client.ts";
import { createLayoutClient } from "#lib/source/layout/layout-client.ts";
import { chartArchive } from "../support/archive-builder.ts";
import { collect, failureOf, repositoryName, tagName } from "../support/fake-registry-client.ts";
import { type LayoutEntry, writeBlob, writeChart, writeIndex } from "../support/layout-folder.ts";

const REF = "org.opencontainers.image.ref.name";
const ARCHIVE = chartArchive({ name: "redis" });
const ONE = tagName("1.0.0");

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "source-layout-"));
  folder = join(parent, "redis");
});
afterEach(() => rm(parent, { recursive: true, force: true }));

function open(repositories: readonly RepositoryName[] | null = null) {
  return createLayoutClient({ layout: folder, repositories });
}

/** Every `repository:tag` of the folder, and what was told to be unreadable. */
async function namesOf(client = open()): Promise<string[]> {
  const names: string[] = [];
  const onUnreadable = (entry: string) => names.push(`unreadable ${entry}`);
  for (const repository of await collect(client.repositories({ onUnreadable }))) {
    for (const tag of await collect(client.tags(repository))) names.push(`${repository}:${tag}`);
  }
  return names;
}

async function layerOf(client = open(), repository = repositoryName("redis")): Promise<Descriptor> {
  const manifest = await client.manifest(repository, ONE);
  assert.ok(manifest.kind === "image" && manifest.layers[0]);
  return manifest.layers[0];
}

describe("the charts of a layout folder", () => {
  const references: readonly (readonly [reference: string, name: string])[] = [
    ["1.0.0", "redis:1.0.0"],
    ["1.0.0+build", "redis:1.0.0_build"],
    ["team/redis:1.0.0", "team/redis:1.0.0"],
    ["registry.example/team/redis:1.0.0", "team/redis:1.0.0"],
    ["localhost:5000/redis:1.0.0", "redis:1.0.0"],
    ["oci://registry.example/team/redis:1.0.0", "team/redis:1.0.0"],
    ["Team/redis:1.0.0", "unreadable Team/redis:1.0.0"],
    ["../../etc/passwd:1", "unreadable ../../etc/passwd:1"],
    ["localhost:5000/redis", "unreadable localhost:5000/redis"],
    ["", "unreadable "],
  ];
  for (const [reference, name] of references) {
    test(`"${reference}" is ${name}`, async () => {
      await writeIndex(folder, [await writeChart(folder, ARCHIVE, { [REF]: reference })]);
      assert.deepEqual(await namesOf(), [name]);
    });
  }

  test("are called as the configuration says, when all they have is a tag", async () => {
    await writeIndex(folder, [await writeChart(folder, ARCHIVE, { [REF]: "1.0.0" })]);
    assert.deepEqual(await namesOf(open([repositoryName("team/cache")])), ["team/cache:1.0.0"]);
  });

  test("are called as containerd says, which knows the whole name", async () => {
    const annotations = { [REF]: "1.0.0", "io.containerd.image.name": "registry.example/team/redis:1.0.0" };
    await writeIndex(folder, [await writeChart(folder, ARCHIVE, annotations)]);
    assert.deepEqual(await namesOf(), ["team/redis:1.0.0"]);
  });

  test("are found in indexes within the index, and read whole", async () => {
    const chart = await writeChart(folder, ARCHIVE, { [REF]: "team/redis:1.0.0" });
    const nested = await writeBlob(folder, "application/vnd.oci.image.index.v1+json", {
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.index.v1+json",
      manifests: [chart],
    });
    await writeIndex(folder, [nested, await writeChart(folder, chartArchive({ name: "nameless" }))]);
    assert.deepEqual(await namesOf(), ["team/redis:1.0.0"]);
    const client = open();
    const blob = await client.blob(
      repositoryName("team/redis"),
      await layerOf(client, repositoryName("team/redis")),
    );
    assert.deepEqual(Buffer.concat(await collect(blob)), Buffer.from(ARCHIVE));
  });

  test("are those of the sample charts' own layout", async () => {
    await packDemoCharts(folder);
    const names = await namesOf();
    assert.ok(names.length > 20, `${names.length} names`);
    const client = open();
    for (const repository of await collect(client.repositories())) {
      for (const tag of await collect(client.tags(repository))) {
        const stated = await client.resolve(repository, tag);
        assert.equal((await client.manifest(repository, tag)).descriptor.digest, stated.digest);
        assert.equal((await client.manifest(repository, stated.digest)).descriptor.digest, stated.digest);
      }
    }
  });
});

describe("a folder that cannot be read", () => {
  async function codeOf(call: () => Promise<unknown>): Promise<string> {
    return (await failureOf(call())).code;
  }
  const writeRedis = async (): Promise<LayoutEntry> => {
    const chart = await writeChart(folder, ARCHIVE, { [REF]: "1.0.0" });
    await writeIndex(folder, [chart]);
    return chart;
  };
  const blobFile = (digest: string) => join(folder, "blobs", digest.replace(":", "/"));

  test("because it is not there is unavailable, and so is half a copy", async () => {
    assert.equal(await codeOf(() => namesOf()), "unavailable");
    const { digest } = await writeRedis();
    await rm(blobFile(digest));
    assert.equal(await codeOf(() => open().manifest(repositoryName("redis"), ONE)), "unavailable");
  });

  test("because index.json is no index", async () => {
    await writeRedis();
    for (const text of ["", "<html>", "[]", "{}", '{"schemaVersion":2,"manifests":"x"}']) {
      await writeFile(join(folder, "index.json"), text);
      assert.equal(await codeOf(() => namesOf()), "bad-response", text);
    }
  });

  test("because a digest leads out of it", async () => {
    const entry = {
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      size: 1,
      annotations: { [REF]: "1.0.0" },
    };
    await writeIndex(folder, [{ ...entry, digest: "sha256:../../../etc/passwd" }]);
    assert.equal(await codeOf(() => namesOf()), "bad-response");
  });

  test("because a manifest is not what its digest says", async () => {
    const { digest } = await writeRedis();
    const other = await writeChart(folder, chartArchive({ name: "other" }));
    await copyFile(blobFile(other.digest), blobFile(digest));
    assert.equal(await codeOf(() => open().manifest(repositoryName("redis"), ONE)), "digest-mismatch");
  });

  test("because a blob is not what its digest says, or a link, or a pipe that never ends", async () => {
    await writeRedis();
    const layer = await layerOf();
    const read = () => open().blob(repositoryName("redis"), layer);
    await writeFile(blobFile(layer.digest), "something else");
    assert.equal(await codeOf(read), "digest-mismatch");
    await rm(blobFile(layer.digest));
    await writeFile(join(parent, "outside"), ARCHIVE);
    await symlink(join(parent, "outside"), blobFile(layer.digest));
    assert.equal(await codeOf(read), "bad-response");
    await rm(blobFile(layer.digest));
    execFileSync("/usr/bin/mkfifo", [blobFile(layer.digest)]);
    assert.equal(await codeOf(read), "bad-response");
    assert.deepEqual(await readdir(parent).then((names) => names.sort()), ["outside", "redis"]);
  });

  test("because indexes lie in each other without end", async () => {
    let entry = await writeChart(folder, ARCHIVE, { [REF]: "1.0.0" });
    for (let depth = 0; depth < 6; depth += 1) {
      entry = await writeBlob(folder, "application/vnd.oci.image.index.v1+json", {
        schemaVersion: 2,
        manifests: [entry],
      });
    }
    await writeIndex(folder, [entry]);
    assert.equal(await codeOf(() => namesOf()), "too-large");
  });
});
