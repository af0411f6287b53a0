import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import type { Catalog } from "#lib/catalog/catalog.ts";
import { chartArchive } from "../support/archive-builder.ts";
import { eachOverAnIndex } from "../support/each-over-an-index.ts";
import { repositoryName, tagName } from "../support/fake-registry-client.ts";
import type { IndexHarness } from "../support/index-harness.ts";

let index: IndexHarness;
let catalog: Catalog;
eachOverAnIndex((fresh, overIt) => {
  index = fresh;
  catalog = overIt;
});

const everything = () => scopeFor(ANONYMOUS, [{ id: index.source.id, access: "public" }]);
const nothing = scopeFor(ANONYMOUS, []);

async function listed(namespace: string | null = null): Promise<readonly string[] | null> {
  const listing = await catalog.listing(index.source.id, namespace, everything());
  if (listing === null) return null;
  const releases = await Array.fromAsync(listing.releases());
  return releases.map(({ repository, version }) => `${repository} ${version}`);
}

describe("what a source holds", () => {
  test("is listed by the charts' names, then by where they are", async () => {
    await index.pushChart("web/shop", "1.0.0");
    await index.pushChart("team/redis", "1.0.0");
    await index.pushChart("data/redis", "1.0.0");
    await index.sync();
    assert.deepEqual(await listed(), ["data/redis 1.0.0", "team/redis 1.0.0", "web/shop 1.0.0"]);
    assert.deepEqual(await listed("team"), ["team/redis 1.0.0"]);
    assert.equal(await listed("tea"), null);
  });

  test("leaves out what Helm could not ask for: no version, another name, an archive that cannot be read", async () => {
    await index.pushChart("data/redis", "1.0.0");
    const push = (tag: string, content: Uint8Array) =>
      index.registry.push("data/redis", tag, { layers: [{ content }] });
    push("latest", chartArchive({ name: "redis", version: "1.0.0" }));
    push("0.1.0", chartArchive({ name: "cache", version: "0.1.0" }));
    push("0.2.0", Buffer.from("no archive"));
    await index.sync();
    assert.deepEqual(await listed(), ["data/redis 1.0.0"]);
  });

  test("is read whole, however many releases a chart has beside others", async () => {
    const push = (repository: string, version: string) => {
      const content = chartArchive({ name: repository, version });
      index.registry.push(repository, version, { layers: [{ content }] });
    };
    for (let minor = 0; minor < 230; minor += 1) push("many", `1.${minor}.0`);
    for (let minor = 0; minor < 90; minor += 1) push("some", `1.${minor}.0`);
    push("few", "1.0.0");
    push("zero", "1.0.0");
    await index.sync();
    const all = (await listed()) ?? [];
    assert.equal(new Set(all).size, 322);
    const order = all.map((name) => name.split(" ")[0]).filter((name, at, names) => name !== names[at - 1]);
    assert.deepEqual(order, ["few", "many", "some", "zero"]);
  });

  test("has another fingerprint when it holds something else", async () => {
    const fingerprint = async () => (await catalog.listing(index.source.id, null, everything()))?.fingerprint;
    await index.pushChart("data/redis", "1.0.0");
    await index.sync();
    const first = await fingerprint();
    assert.equal(await fingerprint(), first);
    await index.pushChart("data/redis", "1.1.0");
    await index.sync();
    const second = await fingerprint();
    assert.notEqual(second, first);
    const [old, ...rest] = await index.releases();
    assert.equal(rest.length, 1);
    await index.engine.remove("releases", [old?.id ?? ""]);
    assert.notEqual(await fingerprint(), second, "a chart's releases are not all written yet");
  });

  test("in a registry nobody who pushes says where an archive is", async () => {
    index.registry.push("data/redis", "1.0.0", {
      layers: [{ content: chartArchive({ name: "redis" }) }],
      annotations: { "io.chartroom.archive": "https://evil.example/redis.tgz" },
    });
    await index.sync();
    const listing = await catalog.listing(index.source.id, null, everything());
    const [release] = await Array.fromAsync(listing?.releases() ?? []);
    assert.equal(release?.address, `oci://${index.registry.url.host}/data/redis:1.0.0`);
    assert.equal((await index.releases())[0]?.archive, null);
  });

  test("does not exist out of scope", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.sync();
    const id = { source: index.source.id, repository: repositoryName("data/redis") };
    assert.equal((await catalog.archive(id, tagName("1.0.0"), everything()))?.fileName, "redis-1.0.0.tgz");
    assert.equal((await Array.fromAsync(catalog.charts(everything()))).length, 1);
    assert.equal(await catalog.listing(index.source.id, null, nothing), null);
    assert.equal(await catalog.archive(id, tagName("1.0.0"), nothing), null);
    assert.deepEqual(await Array.fromAsync(catalog.charts(nothing)), []);
  });
});
