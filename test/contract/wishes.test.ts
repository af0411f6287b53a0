import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { WishGranter } from "#lib/indexer/grant-wishes.ts";
import { ReadingRequests } from "#lib/indexer/reading-requests.ts";
import { createSourceMemory, type SourceMemory } from "#lib/indexer/source-memory.ts";
import { syncSource } from "#lib/indexer/sync-source.ts";
import { parseDigest, parseTag } from "#lib/oci/reference.ts";
import { dropWishes, postWish, postWishes, readWishes, type Wish, wholeReading } from "#lib/search/wishes.ts";
import { repositoryName } from "../support/fake-registry-client.ts";
import { status } from "../support/fake-registry-faults.ts";
import { type IndexHarness, startIndexHarness } from "../support/index-harness.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

let meilisearch: TestMeilisearch;
let index: IndexHarness;
let memory: SourceMemory;
let requests: ReadingRequests;
let granter: WishGranter;
before(async () => {
  meilisearch = await startMeilisearch();
});
after(() => meilisearch.stop());
beforeEach(async () => {
  index = await startIndexHarness(meilisearch);
  memory = createSourceMemory(60_000);
  requests = new ReadingRequests();
  const { engine, source, content } = index;
  granter = new WishGranter({
    engine,
    charts: content.charts,
    log: QUIET,
    sources: [{ source, memory, requests }],
    signal: new AbortController().signal,
  });
});
afterEach(async () => {
  await granter.settle();
  await index.stop();
});

const pushed = (repository: string, tag: string): Wish => ({
  source: index.source.id,
  repository: repositoryName(repository),
  kind: "push",
  tag: parseTag(tag),
  digest: parseDigest(index.registry.repositories.get(repository)?.tags.get(tag) ?? ""),
});
const versions = async () =>
  (await index.releases()).map(({ repository, version }) => `${repository} ${version}`).sort();
const pass = (since: number | null) => {
  const { engine, content, source } = index;
  const deps = { engine, charts: content.charts, memory, since, onProgress: () => {} };
  return syncSource(deps, source, new AbortController().signal);
};

/** Looks for wishes, as the indexer does, until `done`. */
async function grantUntil(done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; ; await pause(20)) {
    await granter.look();
    await granter.settle();
    if (await done()) return;
    assert.ok(Date.now() < end, "in vain");
  }
}
const nothingWished = async () => (await readWishes(index.engine)).length === 0;
/** Resolves when the engine shows them, so that "no wish is left" means that they were granted. */
const post = async (...wishes: Wish[]) => {
  await postWishes(index.engine, wishes, new Date());
  while ((await readWishes(index.engine)).length < wishes.length) await pause(10);
};

describe("a wish", () => {
  test("brings the repository it names into the index, and no other", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.pushChart("data/etcd", "1.0.0");
    await post(pushed("data/redis", "1.0.0"));
    await grantUntil(async () => (await versions()).length > 0);
    await grantUntil(nothingWished);
    assert.deepEqual(await versions(), ["data/redis 1.0.0"]);
    assert.equal((await index.charts())[0]?.version, "1.0.0");
  });

  test("has a tag that is written later tried again", async () => {
    await index.pushChart("data/redis", "1.0.0");
    const wish = pushed("data/redis", "1.0.0");
    const tags = index.registry.repositories.get("data/redis")?.tags;
    const digest = tags?.get("1.0.0");
    assert.ok(digest);
    tags?.delete("1.0.0");
    await post(wish);
    await grantUntil(async () => index.registry.requests.some(({ path }) => path.includes("tags/list")));
    assert.deepEqual([await versions(), await nothingWished()], [[], false]);
    tags?.set("1.0.0", digest);
    await grantUntil(async () => (await versions()).length > 0);
    await grantUntil(nothingWished);
  });

  test("has an old tag that was pushed again asked about, though its turn is far", async () => {
    for (const version of ["1.0.0", "2.0.0", "3.0.0"]) await index.pushChart("data/redis", version);
    await pass(null);
    await index.pushChart("data/redis", "1.0.0", { "README.md": "new" });
    const moved = pushed("data/redis", "1.0.0");
    await pass(Date.now());
    const digest = async () => (await index.releases()).find(({ version }) => version === "1.0.0")?.digest;
    assert.notEqual(await digest(), moved.digest, "the pass leaves old tags to their turn");
    await post(moved);
    await grantUntil(async () => (await digest()) === moved.digest);
    await grantUntil(nothingWished);
  });

  test("of a deletion removes what is gone", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await index.sync();
    index.registry.repositories.delete("data/redis");
    await post({ ...pushed("data/redis", "1.0.0"), kind: "delete", tag: null, digest: null });
    await grantUntil(async () => (await versions()).length === 0);
    assert.deepEqual(await index.charts(), []);
  });

  test("that is made anew while it is granted stands", async () => {
    await index.pushChart("data/redis", "1.0.0");
    index.registry.fail(/tags/, (right) => ({ ...right, delivery: { delayMs: 1_000 } }), 1);
    const wish = pushed("data/redis", "1.0.0");
    await post(wish);
    const [first] = await readWishes(index.engine);
    await granter.look();
    await postWishes(index.engine, [wish], new Date());
    await pause(300);
    await granter.settle();
    const [second, ...others] = await readWishes(index.engine);
    assert.ok(second !== undefined && others.length === 0 && second.nonce !== first?.nonce);
    await grantUntil(nothingWished);
  });

  test("outlives a registry that is down", async () => {
    await index.pushChart("data/redis", "1.0.0");
    index.registry.fail(/tags/, status(500));
    await post(pushed("data/redis", "1.0.0"));
    await grantUntil(async () => index.registry.requests.length >= 3);
    assert.equal(await nothingWished(), false);
    index.registry.mend();
    await grantUntil(async () => (await versions()).length > 0);
    await grantUntil(nothingWished);
  });

  test("for what is not read, or not known, is dropped without a request", async () => {
    const other = { ...pushed("data/redis", "1.0.0"), source: "gone" as Wish["source"] };
    await post(other);
    await grantUntil(nothingWished);
    assert.equal(index.registry.requests.length, 0);
  });

  test("for a whole source asks for a pass, once", async () => {
    await post(wholeReading(index.source.id));
    await granter.look();
    assert.equal(requests.take().nonces.size, 1);
    await granter.look();
    assert.equal(requests.take().nonces.size, 0);
  });
});

describe("a registry that lists nothing all at once", () => {
  const reading = async () => {
    await granter.look();
    const { nonces, acceptEmpty } = requests.take();
    const { engine, content, source } = index;
    const deps = { engine, charts: content.charts, memory, acceptEmpty, onProgress: () => {} };
    const report = await syncSource(deps, source, new AbortController().signal);
    await dropWishes(engine, nonces);
    return [report.problems.map(({ code }) => code), (await versions()).length];
  };
  const ask = (acceptEmpty: boolean) =>
    postWish(index.engine, wholeReading(index.source.id, acceptEmpty), new Date());

  test("is believed by the one pass an operator confirms it for, and guarded again afterwards", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await reading();
    index.registry.repositories.clear();
    await ask(false);
    assert.deepEqual(await reading(), [["empty-catalog"], 1]);

    await ask(true);
    await ask(false);
    assert.deepEqual(await reading(), [[], 0]);
    assert.deepEqual([await index.charts(), await nothingWished()], [[], true]);

    await index.pushChart("data/redis", "1.0.0");
    assert.deepEqual(await reading(), [[], 1]);
    index.registry.repositories.clear();
    assert.deepEqual(await reading(), [["empty-catalog"], 1]);
  });

  test("is not believed because an event names a repository meanwhile", async () => {
    for (const name of ["redis", "etcd"]) await index.pushChart(`data/${name}`, "1.0.0");
    await reading();
    index.registry.fail(/_catalog/, (right) => {
      memory.wished.add(repositoryName("data/redis"));
      return { ...right, body: Buffer.from('{"repositories":[]}') };
    });
    assert.deepEqual(await reading(), [["empty-catalog"], 2]);
  });

  test("keeps what is indexed when it cannot be listed, whatever was confirmed", async () => {
    await index.pushChart("data/redis", "1.0.0");
    await reading();
    index.registry.repositories.clear();
    index.registry.fail(/_catalog/, status(503));
    await ask(true);
    assert.deepEqual(await reading(), [["unavailable"], 1]);
    index.registry.mend();
    assert.deepEqual(await reading(), [["empty-catalog"], 1]);
  });
});

describe("a pass beside wishes", () => {
  test("does not remove what was pushed after it had its listing", async () => {
    await index.pushChart("data/redis", "1.0.0");
    const { engine, content, source } = index;
    index.registry.fail(/data\/redis\/tags/, (right) => ({ ...right, delivery: { delayMs: 1_500 } }));
    const wishGranted = Promise.withResolvers<void>();
    let begun = false;
    // Called first when the listing is there, while the one repository it named keeps the pass waiting.
    const onProgress = () => {
      if (begun) return;
      begun = true;
      index
        .pushChart("data/new", "1.0.0")
        .then(() => post(pushed("data/new", "1.0.0")))
        .then(() => grantUntil(async () => (await versions()).includes("data/new 1.0.0")))
        .then(wishGranted.resolve, wishGranted.reject);
    };
    const deps = { engine, charts: content.charts, memory, onProgress };
    const report = await syncSource(deps, source, new AbortController().signal);
    await wishGranted.promise;
    assert.equal(report.removed, 0);
    assert.deepEqual(await versions(), ["data/new 1.0.0", "data/redis 1.0.0"]);
  });

  test("that sees nothing new asks once a repository, and for the digests of the newest", async () => {
    for (const version of ["1.0.0", "2.0.0", "3.0.0", "4.0.0"]) await index.pushChart("data/redis", version);
    await pass(null);
    index.registry.requests.length = 0;
    await pass(Date.now());
    const asked = index.registry.requests.map(({ method, path }) => `${method} ${path.split("?")[0]}`).sort();
    assert.deepEqual(asked, [
      "GET /v2/_catalog",
      "GET /v2/data/redis/tags/list",
      "HEAD /v2/data/redis/manifests/3.0.0",
      "HEAD /v2/data/redis/manifests/4.0.0",
    ]);
  });

  test("tries a release that failed less and less often, says so each time, and never forgets it", async () => {
    await index.pushChart("data/redis", "1.0.0");
    index.registry.fail(/GET .*redis\/blobs/, status(500));
    const tries = async () => {
      index.registry.requests.length = 0;
      const report = await pass(Date.now());
      assert.equal(report.problems[0]?.code, "unavailable");
      return index.registry.requests.some(({ path }) => path.includes("/manifests/"));
    };
    assert.deepEqual([await tries(), await tries(), await tries()], [true, true, false]);
    index.registry.mend();
    await post(pushed("data/redis", "1.0.0"));
    await grantUntil(async () => (await versions()).length === 1);
    assert.deepEqual((await pass(Date.now())).problems, []);
  });
});
