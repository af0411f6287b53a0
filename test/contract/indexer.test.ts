import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { removeUnknownSources } from "#lib/indexer/remove-unknown-sources.ts";
import { OCI_MANIFEST } from "#lib/oci/media-types.ts";
import { CHARTS, RELEASES } from "#lib/search/settings.ts";
import { repositoryName } from "../support/fake-registry-client.ts";
import { type Fault, otherBytes, status } from "../support/fake-registry-faults.ts";
import { type IndexHarness, startIndexHarness } from "../support/index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

let meilisearch: TestMeilisearch;
let index: IndexHarness;
before(async () => {
  meilisearch = await startMeilisearch();
});
after(() => meilisearch.stop());
beforeEach(async () => {
  index = await startIndexHarness(meilisearch);
});
afterEach(() => index.stop());

const versions = async () =>
  (await index.releases()).map(({ repository, version, kind }) => `${repository} ${version} ${kind}`).sort();
const requests = (pattern: RegExp) =>
  index.registry.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;

/** The catalog as it is, but for one name. */
const catalogWithout =
  (name: string): Fault =>
  (answer) => {
    const { repositories } = JSON.parse(Buffer.from(answer.body).toString());
    const left = repositories.filter((one: string) => one !== name);
    return { ...answer, body: Buffer.from(JSON.stringify({ repositories: left })) };
  };

describe("a first reading", () => {
  test("charts are found, what is none is remembered, what is broken says why", async () => {
    await index.pushChart("data/redis", "1.0.0", { "README.md": "# Redis\nA cache." });
    await index.pushChart("data/redis", "1.1.0-rc.1+build.7");
    index.registry.push("web/shop", "v3", {
      config: { mediaType: "application/vnd.oci.image.config.v1+json" },
    });
    index.registry.push("data/broken", "1.0.0", { layers: [{ content: "no archive" }] });

    const report = await index.sync();
    assert.deepEqual(await versions(), [
      "data/broken 1.0.0 failed",
      "data/redis 1.0.0 chart",
      "data/redis 1.1.0-rc.1+build.7 chart",
      "web/shop v3 other",
    ]);
    const [chart, ...others] = await index.charts();
    assert.equal(others.length, 0);
    assert.equal(chart?.name, "redis");
    assert.equal(chart?.namespace, "data");
    assert.equal(chart?.version, "1.0.0", "stable before a newer prerelease");
    assert.deepEqual(chart?.sections, [{ heading: "Redis", anchor: "redis", text: "A cache." }]);
    assert.equal(chart?.updated, "2026-11-01T12:00:00.000Z");
    assert.deepEqual([report.read, report.failed, report.other, report.complete], [2, 1, 1, true]);
    assert.equal(report.problems[0]?.code, "archive-not-gzip");
    assert.match(report.problems[0]?.message ?? "", /data\/broken 1\.0\.0/);
  });

  test("a chart inside an image index is found, the images beside it are not read", async () => {
    await index.pushChart("data/redis", "1.0.0");
    const repository = index.registry.repositories.get("data/redis");
    const chart = { mediaType: OCI_MANIFEST, digest: repository?.tags.get("1.0.0"), size: 0 };
    const size = repository?.manifests.get(chart.digest ?? "")?.bytes.length ?? 0;
    const { manifest: image } = index.registry.push("data/redis", null, { config: { mediaType: "image" } });
    repository?.tags.clear();
    assert.ok(chart.digest);
    index.registry.pushIndex("data/redis", "1.0.0", [
      { ...image, platform: { os: "linux", architecture: "amd64" } },
      { ...chart, digest: chart.digest, size },
    ]);
    await index.sync();
    const [release] = await index.releases();
    assert.equal(release?.kind, "chart");
    assert.equal(release?.manifest, chart.digest);
    assert.notEqual(release?.digest, chart.digest, "the tag points at the index");
    assert.equal(requests(new RegExp(`GET .*${image.digest}`)), 0);
  });
});

describe("the next reading", () => {
  test("asks for no manifest and no blob when nothing changed", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.sync();
    index.registry.requests.length = 0;
    const report = await index.sync();
    assert.deepEqual([report.read, report.kept], [0, 1]);
    assert.equal(requests(/^GET .*\/(manifests|blobs)\//), 0);
  });

  test("notices a tag that was pushed again", async () => {
    await index.pushChart("data/redis", "1.0.0", { "README.md": "old" });
    await index.sync();
    await index.pushChart("data/redis", "1.0.0", { "README.md": "new" });
    await index.sync();
    assert.equal((await index.charts())[0]?.sections[0]?.text, "new");
    assert.equal((await index.releases()).length, 1);
  });

  test("sees a deletion, of a tag and of a repository", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.pushChart("data/redis", "2.0.0");
    await index.pushChart("data/etcd", "1.0.0");
    await index.sync();
    index.registry.repositories.get("data/redis")?.tags.delete("2.0.0");
    index.registry.repositories.delete("data/etcd");
    await index.sync();
    assert.deepEqual(await versions(), ["data/redis 1.0.0 chart"]);
    const charts = await index.charts();
    assert.deepEqual(
      charts.map(({ name, version }) => [name, version]),
      [["redis", "1.0.0"]],
    );
  });

  test("a tag that is still listed but has no manifest any more is gone", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.pushChart("data/redis", "2.0.0");
    await index.sync();
    index.registry.fail(/manifests\/2\.0\.0/, status(404, "MANIFEST_UNKNOWN"));
    await index.sync();
    assert.deepEqual(await versions(), ["data/redis 1.0.0 chart"]);
  });

  test("reads again what an older reader read, from the stored archives", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.sync();
    const [release] = await index.releases();
    assert.ok(release);
    await index.engine.put(RELEASES, [{ ...release, reader: 0, metadata: null } as typeof release]);
    index.registry.requests.length = 0;
    await index.sync();
    assert.equal((await index.releases())[0]?.metadata?.name, "redis");
    assert.equal(requests(/blobs/), 0);
  });

  test("writes a chart document that is missing or of other releases", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.sync();
    const expected = await index.charts();
    await index.engine.remove(
      CHARTS,
      expected.map(({ id }) => id),
    );
    await index.sync();
    assert.deepEqual(await index.charts(), expected);
  });

  test("removes sources that are configured no more", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.sync();
    assert.deepEqual(await removeUnknownSources(index.engine, [index.source]), []);
    assert.equal((await index.charts()).length, 1);
    assert.deepEqual(await removeUnknownSources(index.engine, []), ["acme"]);
    assert.deepEqual([await index.charts(), await index.releases()], [[], []]);
  });
});

describe("what could not be read is kept as it was, and said", () => {
  beforeEach(async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.pushChart("data/etcd", "1.0.0");
    await index.sync();
  });

  test("one repository that fails stops no other", async () => {
    await index.pushChart("data/redis", "2.0.0");
    index.registry.fail(/data\/etcd\/tags/, status(500));
    const report = await index.sync();
    assert.deepEqual(await versions(), [
      "data/etcd 1.0.0 chart",
      "data/redis 1.0.0 chart",
      "data/redis 2.0.0 chart",
    ]);
    assert.equal(report.complete, false);
    assert.equal(report.unreadable, 1);
    assert.match(report.problems[0]?.message ?? "", /^data\/etcd: /);
    assert.ok(report.problems[0]?.remedy);
  });

  test("a listing that breaks off removes nothing", async () => {
    index.registry.repositories.delete("data/etcd");
    index.registry.fail(/_catalog/, status(503));
    const report = await index.sync();
    assert.equal((await index.releases()).length, 2);
    assert.equal(report.complete, false);
  });

  test("a repository that is not listed any more is gone, and is not asked for", async () => {
    index.registry.fail(/_catalog/, catalogWithout("data/etcd"));
    index.registry.requests.length = 0;
    const report = await index.sync();
    assert.deepEqual(await versions(), ["data/redis 1.0.0 chart"]);
    assert.deepEqual(
      (await index.charts()).map(({ name }) => name),
      ["redis"],
    );
    assert.deepEqual([report.repositories, report.removed, report.complete], [1, 1, true]);
    assert.equal(requests(/data\/etcd/), 0);
  });

  test("a registry that suddenly lists nothing is not believed", async () => {
    index.registry.repositories.clear();
    const report = await index.sync();
    assert.equal((await index.releases()).length, 2);
    assert.deepEqual([report.complete, report.problems[0]?.code], [false, "empty-catalog"]);
  });

  test("a moved tag whose new content does not arrive keeps its old document", async () => {
    const before = await index.releases();
    await index.pushChart("data/redis", "1.0.0", { "README.md": "new" });
    index.registry.fail(
      /GET .*data\/redis\/blobs/,
      otherBytes((body) => body.map((byte) => byte ^ 1)),
    );
    const report = await index.sync();
    assert.deepEqual(await index.releases(), before);
    assert.equal(report.problems[0]?.code, "digest-mismatch");
    index.registry.mend();
    await index.sync();
    assert.notDeepEqual(await index.releases(), before);
  });

  test("a release that cannot be asked about keeps its document", async () => {
    index.registry.fail(/HEAD .*data\/redis\/manifests/, status(403, "DENIED"));
    const report = await index.sync();
    assert.equal((await index.releases()).length, 2);
    assert.equal(report.problems[0]?.code, "denied");
  });
});

describe("repositories that are named", () => {
  test("the catalog is not asked, and a name that does not exist is a problem", async () => {
    const named = await startIndexHarness(meilisearch, [
      repositoryName("data/redis"),
      repositoryName("data/nothing"),
    ]);
    try {
      await named.pushChart("data/redis", "1.0.0");
      await named.pushChart("data/etcd", "1.0.0");
      const report = await named.sync();
      assert.deepEqual(
        (await named.charts()).map(({ name }) => name),
        ["redis"],
      );
      assert.equal(named.registry.requests.filter(({ path }) => path.includes("_catalog")).length, 0);
      assert.match(report.problems[0]?.message ?? "", /^data\/nothing: /);
    } finally {
      await named.stop();
    }
  });
});
