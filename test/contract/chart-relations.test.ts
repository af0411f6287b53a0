import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { type Catalog, CatalogError } from "#lib/catalog/catalog.ts";
import type { Digest, Tag } from "#lib/oci/reference.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { eachOverAnIndex } from "../support/each-over-an-index.ts";
import { repositoryName } from "../support/fake-registry-client.ts";
import { catalogOver, type IndexHarness } from "../support/index-harness.ts";

let index: IndexHarness;
let catalog: Catalog;
eachOverAnIndex((fresh, overIt) => {
  index = fresh;
  catalog = overIt;
});

const everything = () => scopeFor(ANONYMOUS, [{ id: index.source.id, access: "public" }]);
const nothing = scopeFor(ANONYMOUS, []);
const chart = (repository: string) => ({ source: index.source.id, repository: repositoryName(repository) });
const here = (path: string) => `oci://${index.registry.url.host}/${path}`;
const asking = (name: string, dependencies: string, more = "") => ({
  "Chart.yaml": `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}dependencies:\n${dependencies}`,
});

describe("what a chart asks for", () => {
  beforeEach(async () => {
    for (const version of ["1.0.0", "1.4.0", "2.0.0"]) await index.pushChart("data/redis", version);
    await index.pushChart("mirror/redis", "2.0.1");
    await index.sync();
  });
  const resolve = async (version: string, repository: string, name = "redis") => {
    const [found] = await catalog.resolveDependencies([{ name, version, repository }], everything());
    return found ?? null;
  };

  test("is found at its address, with the newest release that fits", async () => {
    assert.deepEqual(await resolve("^1.0.0", here("data")), {
      id: chart("data/redis"),
      by: "address",
      others: 0,
      latest: "2.0.0",
      version: "1.4.0",
    });
    assert.equal((await resolve("3.x", here("data")))?.version, null);
    assert.equal((await resolve("what?", here("data")))?.version, null);
  });

  test("is found by its name where the address is of no source, at the same path first", async () => {
    const found = await resolve(">=1", "oci://elsewhere.example/data");
    assert.deepEqual([found?.by, found?.id, found?.others], ["name", chart("data/redis"), 1]);
    assert.deepEqual((await resolve(">=1", "oci://elsewhere.example/mirror"))?.id, chart("mirror/redis"));
    assert.equal((await resolve("", "https://charts.example/stable"))?.by, "name");
  });

  test("is not there if no chart is called so, whatever else has that word", async () => {
    assert.equal(await resolve("1.x", here("data"), "red"), null);
    assert.equal(await resolve("1.x", here("data"), '" OR source = "acme'), null);
  });
});

describe("who asks for a chart", () => {
  beforeEach(async () => {
    await index.pushChart("data/redis", "2.0.0");
    const ranges = { fits: "^2.0.0", old: "1.x", odd: "what?" };
    for (const [name, range] of Object.entries(ranges)) {
      const wish = `  - {name: redis, version: "${range}", repository: "${here("data")}"}\n`;
      await index.pushChart(`apps/${name}`, "1.0.0", asking(name, wish));
    }
    await index.pushChart(
      "apps/by-name",
      "1.0.0",
      asking("by-name", "  - {name: redis, version: 2.x, repository: '@bitnami', alias: cache}\n"),
    );
    await index.pushChart("apps/other", "1.0.0", asking("other", "  - {name: Redis, version: 2.x}\n"));
    await index.sync();
  });

  test("those whose address leads to it come first, each with its range", async () => {
    const found = await catalog.dependents(chart("data/redis"), "2.0.0", 1, everything());
    assert.deepEqual(
      found?.dependents.map(({ name, by, fits, dependency }) => [name, by, dependency.version, fits]),
      [
        ["fits", "address", "^2.0.0", true],
        ["odd", "address", "what?", null],
        ["old", "address", "1.x", false],
        ["by-name", "name", "2.x", true],
      ],
    );
    assert.deepEqual([found?.total, found?.pages, found?.cut], [4, 1, false]);
    const older = await catalog.dependents(chart("data/redis"), "1.0.0", 1, everything());
    assert.deepEqual(older?.dependents.find(({ name }) => name === "old")?.fits, true);
    assert.deepEqual(
      (await catalog.dependents(chart("data/redis"), "2.0.0", 2, everything()))?.dependents,
      [],
    );
  });
});

describe("where else, what is like it, and what changed", () => {
  test("the same archive under another name of the repository", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.pushChart("mirror/data/redis", "1.0.0");
    await index.pushChart("other/redis", "1.0.0", { "README.md": "# Another" });
    await index.sync();
    const release = await catalog.release(chart("data/redis"), null, everything());
    const layer = release?.digests.layer?.digest as Digest;
    const places = await catalog.places(chart("data/redis"), { layer, tag: "1.0.0" as Tag }, everything());
    assert.deepEqual(places, [{ id: chart("mirror/data/redis"), version: "1.0.0" }]);
  });

  test("charts with words of its name and keywords, and never itself", async () => {
    const keywords = (words: string) => `keywords: [${words}]\n`;
    await index.pushChart("data/redis", "1.0.0", asking("redis", "  []\n", keywords("cache, database")));
    await index.pushChart("data/redis-cluster", "1.0.0");
    await index.pushChart("data/valkey", "1.0.0", asking("valkey", "  []\n", keywords("cache, database")));
    await index.pushChart("web/shop", "1.0.0");
    await index.sync();
    const names = (await catalog.related(chart("data/redis"), everything())).map(({ name }) => name);
    assert.deepEqual(names.sort(), ["redis-cluster", "valkey"]);
  });

  test("the author's list of changes, of the releases that are asked for", async () => {
    const changed = (version: string, description: string) => ({
      "Chart.yaml":
        `apiVersion: v2\nname: redis\nversion: ${version}\nannotations:\n` +
        `  artifacthub.io/changes: |\n    - {kind: fixed, description: ${description}}\n` +
        '  artifacthub.io/containsSecurityUpdates: "true"\n',
    });
    await index.pushChart("data/redis", "1.0.0", changed("1.0.0", "First"));
    await index.pushChart("data/redis", "1.1.0", changed("1.1.0", "Second"));
    await index.pushChart("data/redis", "1.2.0");
    await index.sync();
    const tags = ["1.2.0", "1.1.0", "9.9.9"] as Tag[];
    const changes = await catalog.changes(chart("data/redis"), tags, everything());
    assert.deepEqual(
      changes.map(({ tag, changes: entries, containsSecurityUpdates }) => [
        tag,
        entries.map(({ kind, description }) => `${kind}: ${description}`),
        containsSecurityUpdates,
      ]),
      [
        ["1.2.0", [], false],
        ["1.1.0", ["fixed: Second"], true],
      ],
    );
  });
});

describe("what is not in scope does not exist", () => {
  test("in no relation", async () => {
    const id = chart("data/redis");
    await index.pushChart("data/redis", "1.0.0");
    await index.pushChart("mirror/redis", "1.0.0");
    await index.pushChart("apps/shop", "1.0.0", asking("shop", "  - {name: redis, version: 1.x}\n"));
    await index.sync();
    const release = await catalog.release(id, null, everything());
    const archive = { layer: release?.digests.layer?.digest as Digest, tag: "1.0.0" as Tag };
    const wanted = [{ name: "redis", version: "1.x", repository: "" }];
    assert.deepEqual(await catalog.resolveDependencies(wanted, nothing), [null]);
    assert.equal(await catalog.dependents(id, "1.0.0", 1, nothing), null);
    assert.deepEqual(await catalog.places(id, archive, nothing), []);
    assert.deepEqual(await catalog.related(id, nothing), []);
    assert.deepEqual(await catalog.changes(id, ["1.0.0" as Tag], nothing), []);
    assert.equal(await catalog.dependents(chart("no/such"), "1.0.0", 1, everything()), null);
  });

  test("and an engine that is gone is said to be gone", async () => {
    const engine = createMeilisearchEngine({ url: "http://127.0.0.1:1", key: null });
    const lost = catalogOver({ ...index, engine });
    const wanted = [{ name: "redis", version: "1.x", repository: "" }];
    await assert.rejects(lost.resolveDependencies(wanted, everything()), CatalogError);
    await assert.rejects(lost.dependents(chart("a/b"), "1.0.0", 1, everything()), CatalogError);
    await assert.rejects(lost.related(chart("a/b"), everything()), CatalogError);
    await assert.rejects(lost.changes(chart("a/b"), ["1.0.0" as Tag], everything()), CatalogError);
  });
});
