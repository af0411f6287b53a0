import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chartArchive } from "../support/archive-builder.ts";
import { type FakeRegistry, startFakeRegistry } from "../support/fake-registry.ts";
import { type ServedSources, serveSources } from "../support/served-sources.ts";

let registry: FakeRegistry;
let served: ServedSources;
before(async () => {
  registry = await startFakeRegistry();
  for (const version of ["1.0.0", "2.0.0"]) {
    registry.push("data/redis", version, { layers: [{ content: chartArchive({ name: "redis", version }) }] });
  }
  const source = `{ name: acme, registry: "${registry.url}", plainHttp: true }`;
  served = await serveSources([source], ["og/[...path]"]);
});
after(async () => {
  await served[Symbol.asyncDispose]();
  await registry.stop();
});

const ask = (path: string, init?: RequestInit) => fetch(`${served.url}/og/${path}`, init);

test("a chart and each of its releases have a picture, which is sent once", async () => {
  const answer = await ask("acme/data/redis.png");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "image/png");
  assert.match(answer.headers.get("cache-control") ?? "", /^private/);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  assert.deepEqual(
    [...bytes.subarray(1, 4)],
    [..."PNG"].map((letter) => letter.charCodeAt(0)),
  );

  const etag = answer.headers.get("etag") ?? "";
  const again = await ask("acme/data/redis@2.0.0.png", { headers: { "if-none-match": etag } });
  assert.equal(again.status, 304, "the latest is what its version is");
  const older = await ask("acme/data/redis@1.0.0.png", { method: "HEAD" });
  assert.equal(older.status, 200);
  assert.notEqual(older.headers.get("etag"), etag);
});

test("what there is not, or not for everyone, has none", async () => {
  const paths = [
    "acme/data/none.png",
    "hidden/data/redis.png",
    "acme/data/redis@9.9.9.png",
    "acme/data/redis",
  ];
  for (const path of [...paths, "acme/data/redis.svg", ".png", "acme.png", "acme/..%2fredis.png"])
    assert.equal((await ask(path)).status, 404, path);
});
