import assert from "node:assert/strict";
import { test } from "node:test";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import type { Catalog } from "#lib/catalog/catalog.ts";
import { RELEASES } from "#lib/search/settings.ts";
import { eachOverAnIndex } from "../support/each-over-an-index.ts";
import { repositoryName } from "../support/fake-registry-client.ts";
import type { IndexHarness } from "../support/index-harness.ts";

let index: IndexHarness;
let catalog: Catalog;
eachOverAnIndex((fresh, overIt) => {
  index = fresh;
  catalog = overIt;
});

const everything = () => scopeFor(ANONYMOUS, [{ id: index.source.id, access: "public" }]);
const nothing = scopeFor(ANONYMOUS, []);
const redis = () => ({ source: index.source.id, repository: repositoryName("data/redis") });
const version = async (tag: string) => {
  const versions = (await catalog.versions(redis(), everything())) ?? [];
  return versions.find((release) => release.tag === tag) ?? assert.fail(`no ${tag}`);
};

test("a tag that was pushed anew is known by both its digests, also to a newer reader", async () => {
  await index.pushChart("data/redis", "1.0.0");
  await index.sync();
  const before = await version("1.0.0");
  assert.equal(before.movedFrom, null);

  await index.pushChart("data/redis", "1.0.0", { "values.yaml": "changed: true\n" });
  await index.sync();
  const moved = await version("1.0.0");
  assert.notEqual(moved.digest, before.digest);
  assert.equal(moved.movedFrom, before.digest);
  const release = await catalog.release(redis(), "1.0.0", everything());
  assert.equal(release?.summary.movedFrom, before.digest);

  const [document] = await index.releases();
  assert.ok(document);
  await index.engine.put(RELEASES, [{ ...document, reader: 0 } as typeof document]);
  await index.sync();
  assert.equal((await version("1.0.0")).movedFrom, before.digest);
});

test("what only a newer reader reads again did not move", async () => {
  await index.pushChart("data/redis", "1.0.0");
  await index.sync();
  const [document] = await index.releases();
  assert.ok(document);
  await index.engine.put(RELEASES, [{ ...document, reader: 0 } as typeof document]);
  await index.sync();
  assert.equal((await version("1.0.0")).movedFrom, null);
});

test("tags that are no charts are listed apart, to those who may see the chart", async () => {
  await index.pushChart("data/redis", "1.0.0");
  const image = { mediaType: "application/vnd.oci.image.config.v1+json" };
  const signature = `sha256-${"a".repeat(64)}.sig`;
  index.registry.push("data/redis", signature, { config: image });
  index.registry.push("data/redis", "app", { config: image, layers: [{ content: "layer" }] });
  await index.sync();
  const others = await catalog.otherTags(redis(), everything());
  assert.deepEqual([others?.tags.map(({ tag }) => tag), others?.complete], [["app", signature], true]);
  assert.deepEqual(
    (await catalog.versions(redis(), everything()))?.map(({ tag }) => tag),
    ["1.0.0"],
  );
  assert.equal(await catalog.otherTags(redis(), nothing), null);
});
