import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type LayoutRegistry, startLayoutRegistry } from "#demo/layout-registry.ts";
import {
  createLayoutWriter,
  IMAGE_INDEX,
  IMAGE_MANIFEST,
  type LayoutDescriptor,
  type LayoutWriter,
} from "#demo/oci-layout.ts";
import { createRegistryClient } from "#lib/oci/client.ts";
import { parseRepositoryName, parseTag } from "#lib/oci/reference.ts";

const OCTETS = "application/octet-stream";
const ABSENT = `sha256:${"0".repeat(64)}`;

/** Three repositories: `data/redis` with five tags, `data/nats` with one, `web/kiosk` with an index. */
async function writeLayout(folder: string) {
  const layout = await createLayoutWriter(folder);
  const config = await layout.blob("application/vnd.example.config+json", "{}");
  const layer = await layout.blob(OCTETS, "0123456789");
  const redis = await layout.manifest({ config, layers: [layer] });
  for (const tag of ["1.0.0", "1.1.0", "1.10.0", "2.0.0_build.1", "2.0.0"])
    layout.tag("data/redis", tag, redis);
  const nats = await writeManifest(layout, "nats");
  layout.tag("data/nats", "1.0.0", nats);
  const index = await layout.index([nats]);
  layout.tag("web/kiosk", "1.0.0", index);
  await layout.finish();
  return { redis, nats, index, layer };
}

async function writeManifest(layout: LayoutWriter, text: string): Promise<LayoutDescriptor> {
  const config = await layout.blob("application/vnd.example.config+json", JSON.stringify(text));
  return layout.manifest({ config, layers: [] });
}

describe("the registry over a layout folder", () => {
  let folder = "";
  let registry: LayoutRegistry;
  let content: Awaited<ReturnType<typeof writeLayout>>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "layout-registry-"));
    content = await writeLayout(join(folder, "layout"));
    registry = await startLayoutRegistry({ folder: join(folder, "layout") });
  });
  after(async () => {
    await registry.close();
    await rm(folder, { recursive: true });
  });

  const get = (path: string, init: RequestInit = {}) => fetch(registry.url + path, init);

  async function assertFault(response: Response, status: number, code: string) {
    assert.equal(response.status, status);
    const body: { errors: { code: string; message: string }[] } = await response.json();
    assert.equal(body.errors[0]?.code, code);
    assert.notEqual(body.errors[0]?.message, "");
  }

  async function walk(first: string, field: string): Promise<string[][]> {
    const pages: string[][] = [];
    for (let path: string | undefined = first; path !== undefined; ) {
      const response = await get(path);
      pages.push((await response.json())[field]);
      path = /^<([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1];
    }
    return pages;
  }

  test("says that it speaks the API", async () => {
    const response = await get("/v2/");
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("docker-distribution-api-version"), "registry/2.0");
  });

  test("lists repositories and tags whole and in order when no page is asked for", async () => {
    assert.deepEqual(await walk("/v2/_catalog", "repositories"), [["data/nats", "data/redis", "web/kiosk"]]);
    assert.deepEqual(await walk("/v2/data/redis/tags/list", "tags"), [
      ["1.0.0", "1.1.0", "1.10.0", "2.0.0", "2.0.0_build.1"],
    ]);
  });

  test("pages with a Link to the next page and none after the last", async () => {
    assert.deepEqual(await walk("/v2/_catalog?n=2", "repositories"), [
      ["data/nats", "data/redis"],
      ["web/kiosk"],
    ]);
    assert.deepEqual(await walk("/v2/data/redis/tags/list?n=2", "tags"), [
      ["1.0.0", "1.1.0"],
      ["1.10.0", "2.0.0"],
      ["2.0.0_build.1"],
    ]);
    assert.deepEqual(await walk("/v2/data/redis/tags/list?n=5", "tags").then((pages) => pages.length), 1);
  });

  test("starts behind `last` even if that does not exist, and gives nothing for n=0", async () => {
    assert.deepEqual(await walk("/v2/data/redis/tags/list?last=1.10.0-gone", "tags"), [
      ["2.0.0", "2.0.0_build.1"],
    ]);
    assert.deepEqual(await walk("/v2/data/redis/tags/list?n=0", "tags"), [[]]);
  });

  for (const n of ["1001", "-1", "ten", "", "9999999999"]) {
    test(`refuses a page of n=${n}`, async () => {
      await assertFault(await get(`/v2/_catalog?n=${n}`), 400, "PAGINATION_NUMBER_INVALID");
    });
  }

  test("gives a manifest by tag and by digest, the same bytes with the same headers", async () => {
    for (const reference of ["1.1.0", content.redis.digest, encodeURIComponent(content.redis.digest)]) {
      const response = await get(`/v2/data/redis/manifests/${reference}`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("content-type"), IMAGE_MANIFEST);
      assert.equal(response.headers.get("docker-content-digest"), content.redis.digest);
      assert.equal((await response.arrayBuffer()).byteLength, content.redis.size);
    }
  });

  test("lets a digest be kept for ever, and a tag be asked for again", async () => {
    const byDigest = await get(`/v2/data/redis/manifests/${content.redis.digest}`, { method: "HEAD" });
    assert.match(byDigest.headers.get("cache-control") ?? "", /immutable/);
    const byTag = await get("/v2/data/redis/manifests/1.0.0", { method: "HEAD" });
    assert.equal(byTag.headers.get("cache-control"), "no-cache");
  });

  test("gives an index its own type, and the manifests it lists by digest", async () => {
    const index = await get("/v2/web/kiosk/manifests/1.0.0");
    assert.equal(index.headers.get("content-type"), IMAGE_INDEX);
    const child = await get(`/v2/web/kiosk/manifests/${content.nats.digest}`);
    assert.equal(child.headers.get("content-type"), IMAGE_MANIFEST);
  });

  test("answers HEAD like GET without a body", async () => {
    for (const path of ["manifests/1.0.0", `blobs/${content.layer.digest}`, "tags/list", "manifests/none"]) {
      const [head, full] = await Promise.all([
        get(`/v2/data/redis/${path}`, { method: "HEAD" }),
        get(`/v2/data/redis/${path}`),
      ]);
      assert.equal(head.status, full.status);
      for (const name of ["content-type", "content-length", "docker-content-digest", "etag"]) {
        assert.equal(head.headers.get(name), full.headers.get(name), `${name} of ${path}`);
      }
      assert.equal((await head.arrayBuffer()).byteLength, 0);
      assert.notEqual((await full.arrayBuffer()).byteLength, 0);
    }
  });

  test("answers 304 to who has the content, and only then", async () => {
    const ask = (tag: string) =>
      get("/v2/data/redis/manifests/1.0.0", { headers: { "If-None-Match": tag } }).then(
        ({ status }) => status,
      );
    assert.equal(await ask(`"${content.redis.digest}"`), 304);
    assert.equal(await ask(`"${content.nats.digest}"`), 200);
  });

  const ranges: readonly [range: string, status: number, body: string, contentRange: string | null][] = [
    ["bytes=0-3", 206, "0123", "bytes 0-3/10"],
    ["bytes=4-", 206, "456789", "bytes 4-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=-99", 206, "0123456789", "bytes 0-9/10"],
    ["bytes=8-99", 206, "89", "bytes 8-9/10"],
    ["bytes=5-2", 200, "0123456789", null],
    ["bytes=0-1,4-5", 200, "0123456789", null],
    ["lines=0-1", 200, "0123456789", null],
  ];
  for (const [range, status, body, contentRange] of ranges) {
    test(`answers ${status} to Range: ${range}`, async () => {
      const response = await get(`/v2/data/redis/blobs/${content.layer.digest}`, {
        headers: { Range: range },
      });
      assert.equal(response.status, status);
      assert.equal(response.headers.get("content-range"), contentRange);
      assert.equal(await response.text(), body);
    });
  }

  for (const range of ["bytes=10-", "bytes=-0"]) {
    test(`answers 416 to Range: ${range}`, async () => {
      const response = await get(`/v2/data/redis/blobs/${content.layer.digest}`, {
        headers: { Range: range },
      });
      assert.equal(response.headers.get("content-range"), "bytes */10");
      assert.equal(response.headers.get("cache-control"), "no-store");
      await assertFault(response, 416, "RANGE_INVALID");
    });
  }

  const faults: readonly [path: string, status: number, code: string][] = [
    ["/v2/data/none/tags/list", 404, "NAME_UNKNOWN"],
    ["/v2/data/redis/manifests/9.9.9", 404, "MANIFEST_UNKNOWN"],
    [`/v2/data/redis/manifests/${ABSENT}`, 404, "MANIFEST_UNKNOWN"],
    [`/v2/data/redis/blobs/${ABSENT}`, 404, "BLOB_UNKNOWN"],
    ["/v2/data/redis/blobs/latest", 400, "DIGEST_INVALID"],
    ["/v2/Data/Redis/tags/list", 400, "NAME_INVALID"],
    ["/v2/data/%2e%2e%2f%2e%2e%2fetc/blobs/passwd", 400, "NAME_INVALID"],
    ["/v2/data/redis/blobs/..%2f..%2findex.json", 404, "NOT_FOUND"],
    ["/v2/data/redis/manifests/%ff", 400, "NAME_INVALID"],
    ["/v2/data/redis/referrers/x", 404, "NOT_FOUND"],
    ["/", 404, "NOT_FOUND"],
  ];
  for (const [path, status, code] of faults) {
    test(`answers ${status} ${code} to ${path}`, async () => {
      await assertFault(await get(path), status, code);
    });
  }

  test("serves a blob and a manifest only in the repository that has it", async () => {
    await assertFault(await get(`/v2/data/nats/blobs/${content.layer.digest}`), 404, "BLOB_UNKNOWN");
    await assertFault(await get(`/v2/data/nats/manifests/${content.redis.digest}`), 404, "MANIFEST_UNKNOWN");
  });

  test("refuses to be written to", async () => {
    for (const method of ["PUT", "POST", "PATCH", "DELETE"]) {
      const response = await get("/v2/data/redis/manifests/1.0.0", { method });
      assert.equal(response.headers.get("allow"), "GET, HEAD");
      await assertFault(response, 405, "UNSUPPORTED");
    }
  });

  test("is read by the client of this project", async () => {
    const client = createRegistryClient({ registry: new URL(registry.url), credentials: null, ca: null });
    try {
      await client.ping();
      assert.deepEqual(await Array.fromAsync(client.repositories()), [
        "data/nats",
        "data/redis",
        "web/kiosk",
      ]);
      const [repository, tag] = [parseRepositoryName("data/redis"), parseTag("2.0.0_build.1")];
      assert.ok(repository !== null && tag !== null);
      const manifest = await client.manifest(repository, tag);
      assert.ok(manifest.kind === "image" && manifest.layers[0]);
      const layer = await client.blob(repository, manifest.layers[0]);
      assert.equal(await new Response(layer).text(), "0123456789");
    } finally {
      await client.close();
    }
  });

  test("notices that its folder was replaced", async () => {
    const changing = join(folder, "changing");
    await writeLayout(changing);
    const other = await startLayoutRegistry({ folder: changing });
    try {
      const layout = await createLayoutWriter(changing);
      layout.tag("data/valkey", "1.0.0", await writeManifest(layout, "valkey"));
      await layout.finish();
      const catalog = await fetch(`${other.url}/v2/_catalog`);
      assert.deepEqual(await catalog.json(), { repositories: ["data/valkey"] });
    } finally {
      await other.close();
    }
  });

  test("rejects a port that is taken and a folder that is no layout", async () => {
    const port = Number(new URL(registry.url).port);
    await assert.rejects(startLayoutRegistry({ folder: join(folder, "layout"), port }), {
      code: "EADDRINUSE",
    });
    await assert.rejects(startLayoutRegistry({ folder }), { code: "ENOENT" });
  });

  test("refuses a layout whose index names a path", async () => {
    const hostile = join(folder, "hostile");
    const layout = await createLayoutWriter(hostile);
    const manifest = await writeManifest(layout, "x");
    layout.tag("data/x", "1.0.0", { ...manifest, digest: "sha256:../../../etc/passwd" });
    await layout.finish();
    await assert.rejects(startLayoutRegistry({ folder: hostile }), /the layout names a blob/);
  });
});
