import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse } from "yaml";
import { chartArchive } from "../support/archive-builder.ts";
import { startChartRepository } from "../support/chart-repository.ts";
import { startDistribution } from "../support/distribution.ts";
import { createHelm, type Helm } from "../support/helm.ts";
import { pushCharts } from "../support/helm-push.ts";
import { writeChart, writeIndex } from "../support/layout-folder.ts";
import { type ServedSources, serveSources } from "../support/served-sources.ts";

const HOSTILE = 'quote " backslash \\ colon: hash # {{ .Values }} & *anchor <b> \u2028 \u0085 end';
const REDIS = `apiVersion: v2
name: redis
version: VERSION
appVersion: "1.10"
description: ${JSON.stringify(HOSTILE)}
keywords: [cache, "no", "0x1f"]
maintainers: [{ name: Jane, email: jane@example.com }]
home: https://redis.example
sources: [https://git.example/redis]
icon: https://redis.example/icon.svg
kubeVersion: ">=1.25.0-0"
annotations: { note: "one\\ntwo: three" }
`;

interface IndexEntry {
  readonly version: string;
  readonly created: string;
  readonly digest: string;
  readonly urls: readonly string[];
}
interface HelmIndex {
  readonly apiVersion: string;
  readonly entries: Readonly<Record<string, readonly IndexEntry[]>>;
}

const parts = new AsyncDisposableStack();
let folder: string;
let host: string;
let helm: Helm;
let served: ServedSources;
/** By `repository:tag`. */
const archives = new Map<string, Uint8Array>();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "helm-repository-"));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  helm = parts.use(await createHelm());
  const distribution = await startDistribution();
  parts.defer(() => distribution.stop());
  host = distribution.host;
  await pushTo("data", "redis", "1.0.0", REDIS);
  await pushTo("data", "redis", "1.2.0+build.7", REDIS);
  await pushTo("data", "redis", "2.0.0-rc.1", REDIS);
  await pushTo("team/data", "redis", "1.0.0", "name: redis\nversion: VERSION\n");
  await pushTo("team/data", "redis", "0.9.0", "name: redis\nversion: VERSION\n");
  await pushTo("web", "shop", "3.0.0", "apiVersion: v2\nname: shop\nversion: VERSION\ntype: library\n");

  const layout = join(folder, "carried");
  const carried = chartArchive({ name: "carried", version: "1.0.0+x" });
  archives.set("carried", carried);
  const name = { "org.opencontainers.image.ref.name": "ops/tools/carried:1.0.0_x" };
  await writeIndex(layout, [await writeChart(layout, carried, name)]);

  const web = await startChartRepository();
  parts.defer(() => web.stop());
  const upstream = chartArchive({ name: "upstream" });
  web.files.set("files/upstream.tgz", upstream);
  web.files.set("files/upstream.tgz?signature=secret", upstream);
  const upstreams = [
    { version: "1.0.0", urls: ["files/upstream.tgz"] },
    { version: "0.9.0", urls: ["files/upstream.tgz?signature=secret"] },
  ];
  web.files.set("index.yaml", JSON.stringify({ entries: { upstream: upstreams } }));
  const sources = [
    `{ name: acme, registry: "http://${host}", plainHttp: true }`,
    `{ name: carried, layout: ${JSON.stringify(layout)} }`,
    `{ name: upstream, repository: "${web.url}", plainHttp: true }`,
  ];
  served = parts.use(await serveSources(sources, ["helm/[...path]"]));
  await helm("repo", "add", "acme", `${served.url}/helm/acme`);
});
after(() => parts.disposeAsync());

async function pushTo(namespace: string, name: string, version: string, chartYaml: string): Promise<void> {
  const archive = chartArchive({ name, chartYaml: chartYaml.replace("VERSION", version) });
  const file = join(folder, namespace, `${name}-${version}.tgz`);
  await mkdir(join(folder, namespace), { recursive: true });
  await writeFile(file, archive);
  const { refused } = await pushCharts(helm, host, [{ file, namespace }]);
  assert.deepEqual(refused, []);
  archives.set(`${namespace}/${name}:${version}`, archive);
}

const ask = (path: string, init?: RequestInit) => fetch(`${served.url}${path}`, init);
const sha256 = (bytes: Uint8Array | undefined) =>
  createHash("sha256")
    .update(bytes ?? "")
    .digest("hex");
async function readIndex(path: string): Promise<HelmIndex> {
  const text = await (await ask(path)).text();
  const index = parse(text, { uniqueKeys: true });
  assert.deepEqual(JSON.parse(text), index, "JSON and YAML readers see the same");
  return index;
}
const found = async (...args: readonly string[]) =>
  JSON.parse((await helm("search", "repo", ...args, "--output", "json")).stdout.toString());

describe("helm, over charts that live only in a registry", () => {
  test("search repo finds every version", async () => {
    const versions = await found("redis", "--versions", "--devel");
    assert.deepEqual(
      versions.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`),
      ["acme/redis 2.0.0-rc.1", "acme/redis 1.2.0+build.7", "acme/redis 1.0.0", "acme/redis 0.9.0"],
    );
    assert.equal(versions[0].app_version, "1.10");
    assert.equal((await found("shop")).length, 1);
  });

  test("pull gets the archive out of the registry, a version with build metadata too", async () => {
    for (const version of ["1.0.0", "1.2.0+build.7"]) {
      await helm("pull", "acme/redis", "--version", version, "--plain-http", "--destination", folder);
      const pulled = await readFile(join(folder, `redis-${version}.tgz`));
      assert.equal(sha256(pulled), sha256(archives.get(`data/redis:${version}`)));
    }
  });

  test("dependency update and build resolve a range, and write the lock", async () => {
    const chart = join(folder, "app");
    await mkdir(chart);
    const dependencies = `dependencies: [{ name: redis, version: "^1.0.0", repository: "${served.url}/helm/acme" }]`;
    await writeFile(
      join(chart, "Chart.yaml"),
      `apiVersion: v2\nname: app\nversion: 0.1.0\n${dependencies}\n`,
    );
    await helm("dependency", "update", chart, "--plain-http");
    const lock = parse(await readFile(join(chart, "Chart.lock"), "utf8"));
    assert.equal(lock.dependencies[0].version, "1.2.0+build.7");
    await rm(join(chart, "charts"), { recursive: true });
    await helm("dependency", "build", chart, "--plain-http");
    const built = await readFile(join(chart, "charts/redis-1.2.0+build.7.tgz"));
    assert.equal(sha256(built), sha256(archives.get("data/redis:1.2.0+build.7")));
  });

  test("a namespace is a repository of its own", async () => {
    await helm("repo", "add", "team", `${served.url}/helm/acme/team/data`);
    await helm("pull", "team/redis", "--version", "1.0.0", "--plain-http", "--destination", folder);
    assert.equal(
      sha256(await readFile(join(folder, "redis-1.0.0.tgz"))),
      sha256(archives.get("team/data/redis:1.0.0")),
    );
  });

  test("a chart out of a layout folder comes from Chartroom itself", async () => {
    for (const place of ["carried", "carried/ops/tools"]) {
      await helm("pull", "carried", "--repo", `${served.url}/helm/${place}`, "--destination", folder);
      assert.equal(
        sha256(await readFile(join(folder, "carried-1.0.0+x.tgz"))),
        sha256(archives.get("carried")),
      );
    }
  });
});

describe("index.yaml", () => {
  test("says all that Chart.yaml says, whatever characters are in it", async () => {
    const { apiVersion, entries } = await readIndex("/helm/acme/index.yaml");
    assert.equal(apiVersion, "v1");
    assert.deepEqual(Object.keys(entries), ["redis", "shop"]);
    const found = entries.redis?.find(({ version }) => version === "1.2.0+build.7");
    const { created = "", ...entry } = found ?? {};
    assert.ok(Date.parse(created) > 0);
    assert.deepEqual(entry, {
      apiVersion: "v2",
      name: "redis",
      version: "1.2.0+build.7",
      appVersion: "1.10",
      kubeVersion: ">=1.25.0-0",
      description: HOSTILE.replace("\u2028", " ").replace("\u0085", ""),
      type: "application",
      keywords: ["cache", "no", "0x1f"],
      home: "https://redis.example",
      sources: ["https://git.example/redis"],
      icon: "https://redis.example/icon.svg",
      annotations: { note: "one\ntwo: three" },
      maintainers: [{ name: "Jane", email: "jane@example.com" }],
      digest: sha256(archives.get("data/redis:1.2.0+build.7")),
      urls: [`oci://${host}/data/redis:1.2.0+build.7`],
    });
  });

  test("of two namespaces with one name and version the first by its path counts", async () => {
    const { entries } = await readIndex("/helm/acme/index.yaml");
    const urls = entries.redis?.map(({ urls }) => urls[0]?.replace(`oci://${host}/`, ""));
    assert.deepEqual(urls, [
      "data/redis:2.0.0-rc.1",
      "data/redis:1.2.0+build.7",
      "data/redis:1.0.0",
      "team/data/redis:0.9.0",
    ]);
  });

  test("a chart repository's archives stay where they are, but for signed addresses", async () => {
    const { entries } = await readIndex("/helm/upstream/index.yaml");
    const [open, signed] = (entries.upstream ?? []).map(({ urls }) => urls[0] ?? "");
    assert.match(open ?? "", /^http:\/\/127.0.0.1:\d+\/charts\/files\/upstream.tgz$/);
    assert.equal(signed, "archives/upstream/0.9.0/upstream-0.9.0.tgz");
    const archive = await ask(`/helm/upstream/${signed}`);
    assert.equal(sha256(new Uint8Array(await archive.arrayBuffer())), entries.upstream?.[1]?.digest);
  });

  test("is not sent twice, and changes its tag with its content", async () => {
    const first = await ask("/helm/acme/index.yaml");
    await first.arrayBuffer();
    const etag = first.headers.get("etag") ?? "";
    assert.match(etag, /^W\/"[\w-]+"$/);
    const headers = { "if-none-match": etag };
    assert.equal((await ask("/helm/acme/index.yaml", { headers })).status, 304);
    const head = await ask("/helm/acme/index.yaml", { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("etag")], [200, etag]);
    await pushTo("web", "shop", "3.0.1", "apiVersion: v2\nname: shop\nversion: VERSION\ntype: library\n");
    await served.sync();
    assert.equal((await ask("/helm/acme/index.yaml", { headers })).status, 200);
  });

  test("an archive has its digest as tag", async () => {
    const path = "/helm/carried/archives/ops/tools/carried/1.0.0_x/carried-1.0.0%2Bx.tgz";
    const answer = await ask(path);
    assert.equal(answer.headers.get("etag"), `"sha256:${sha256(archives.get("carried"))}"`);
    assert.equal(sha256(new Uint8Array(await answer.arrayBuffer())), sha256(archives.get("carried")));
    const headers = { "if-none-match": answer.headers.get("etag") ?? "" };
    assert.equal((await ask(path, { headers })).status, 304);
    const head = await ask(path, { method: "HEAD" });
    assert.equal(head.headers.get("content-length"), String(archives.get("carried")?.length));
  });

  const nowhere = [
    "/helm/nobody/index.yaml",
    "/helm/acme/nothing/index.yaml",
    "/helm/acme/index.yml",
    "/helm/acme",
    "/helm/acme/../acme/INDEX.yaml",
    "/helm/carried/archives/ops/tools/carried/1.0.0_x/other-1.0.0.tgz",
    "/helm/carried/archives/ops/tools/carried/2.0.0/carried-2.0.0.tgz",
    "/helm/nobody/archives/ops/tools/carried/1.0.0_x/carried-1.0.0%2Bx.tgz",
  ];
  for (const path of nowhere) {
    test(`there is no ${path}`, async () => assert.equal((await ask(path)).status, 404));
  }
});

test("a search engine that is down is a failure that passes, and no index without charts", async () => {
  await served.loseEngine();
  const answer = await ask("/helm/acme/index.yaml");
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get("content-type"), "application/problem+json");
});
