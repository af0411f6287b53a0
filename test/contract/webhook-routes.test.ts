import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { prepareIndexes } from "#lib/search/prepare-indexes.ts";
import { dropWishes, readWishes } from "#lib/search/wishes.ts";
import { startMeilisearch, type TestMeilisearch } from "../support/meilisearch.ts";

// Next.js resolves this package to an empty module on the server; anywhere else it throws.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only"
      ? { url: "data:text/javascript,", shortCircuit: true }
      : next(specifier, context),
});

const SECRET = "a secret of the registry";
const TOKEN = "a token of the operator";
const DIGEST = `sha256:${"a".repeat(64)}`;
const TARGET = {
  mediaType: "application/vnd.oci.image.manifest.v1+json",
  repository: "data/redis",
  tag: "1.0.0",
  digest: DIGEST,
};
const PUSH = JSON.stringify({ events: [{ action: "push", target: TARGET }] });

type Route = (request: Request, context: { params: Promise<{ source: string }> }) => Promise<Response>;

describe("the routes a registry and an operator call", () => {
  let folder: string;
  let meilisearch: TestMeilisearch;
  let engine: ReturnType<typeof createMeilisearchEngine>;
  let events: Route;
  let sync: Route;
  let one: Route;
  let list: () => Promise<Response>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "routes-"));
    meilisearch = await startMeilisearch();
    engine = createMeilisearchEngine(meilisearch);
    await prepareIndexes(engine);
    const file = join(folder, "chartroom.yaml");
    await writeFile(
      file,
      `sources:
  - { name: acme, registry: "https://registry.example.com", exclude: ["ci/**"], events: { secret: ${SECRET} } }
  - { name: silent, registry: "https://silent.example.com" }
`,
    );
    Object.assign(process.env, {
      CHARTROOM_CONFIG: file,
      CHARTROOM_DATA: folder,
      CHARTROOM_ADMIN_TOKEN: TOKEN,
      MEILI_URL: meilisearch.url,
      MEILI_MASTER_KEY: meilisearch.key,
    });
    events = (await import("../../app/api/v1/events/[source]/route.ts")).POST;
    list = (await import("../../app/api/v1/sources/route.ts")).GET;
    one = (await import("../../app/api/v1/sources/[source]/route.ts")).GET;
    sync = (await import("../../app/api/v1/sources/[source]/sync/route.ts")).POST;
  });
  after(async () => {
    await meilisearch?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const call = async (route: Route, source: string, body: string | null, authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization };
    const request = new Request("http://127.0.0.1/", { method: "POST", body, headers });
    const answer = await route(request, { params: Promise.resolve({ source }) });
    const content = (await answer.json()) as { type?: string; detail?: string };
    const isProblem = answer.headers.get("content-type") === "application/problem+json";
    assert.equal(isProblem, answer.status >= 400);
    return { status: answer.status, content };
  };
  /** The engine takes changes one after the other: what was accepted before is written when this is. */
  const settled = () => dropWishes(engine, ["nobody's"]);
  /** What stands written down; then forgotten. */
  const wishes = async (count: number) => {
    let found = await readWishes(engine);
    while (found.length < count) {
      await pause(10);
      found = await readWishes(engine);
    }
    await dropWishes(
      engine,
      found.map(({ nonce }) => nonce),
    );
    return found.map(({ source, kind, repository, tag, digest }) => ({
      source,
      kind,
      repository,
      tag,
      digest,
    }));
  };

  test("a notification is accepted and written down for the indexer; one of the same tag takes its place", async () => {
    const pushed = { source: "acme", kind: "push", repository: "data/redis", tag: "1.0.0", digest: DIGEST };
    for (let time = 0; time < 3; time += 1) {
      const answer = await call(events, "acme", PUSH, SECRET);
      assert.deepEqual(answer, { status: 202, content: { accepted: 1 } });
    }
    await settled();
    assert.deepEqual(await wishes(1), [pushed]);
  });

  test("without the right secret nothing is written, and no answer tells which sources there are", async () => {
    const refused = await call(events, "acme", PUSH);
    assert.equal(refused.status, 401);
    assert.deepEqual(await call(events, "acme", PUSH, TOKEN), refused);
    assert.deepEqual(await call(events, "silent", PUSH, SECRET), refused);
    assert.deepEqual(await call(events, "nobody", PUSH, SECRET), refused);
    assert.deepEqual(await call(events, "nobody", PUSH), refused);
    assert.equal((await call(events, "acme", "junk", SECRET)).status, 400);
    assert.equal((await call(events, "acme", " ".repeat(300_000), SECRET)).status, 413);
    const pull = JSON.stringify({ events: [{ action: "pull", target: TARGET }] });
    assert.deepEqual(await call(events, "acme", pull, SECRET), { status: 202, content: { accepted: 0 } });
    await settled();
    assert.deepEqual(await wishes(0), []);
  });

  test("who has the administrator's token may have a source read", async () => {
    assert.equal((await call(sync, "silent", "", `Bearer ${SECRET}`)).status, 401);
    assert.equal((await call(sync, "nobody", "", `Bearer ${TOKEN}`)).status, 404);
    assert.equal((await call(sync, "silent", null, `Bearer ${TOKEN}`)).status, 202);
    const asked = { source: "silent", kind: "read", repository: null, tag: null, digest: null };
    assert.deepEqual(await wishes(1), [asked]);
  });

  test("a confirmation that the registry is empty is carried along; one that is misspelt is refused", async () => {
    const ask = (body: string) => call(sync, "silent", body, `Bearer ${TOKEN}`);
    for (const body of [
      "junk",
      "[]",
      "null",
      '{"acceptEmpty":"yes"}',
      '{"acceptempty":true}',
      " ".repeat(2_000),
    ]) {
      assert.equal((await ask(body)).status, 400, body);
    }
    assert.deepEqual(await readWishes(engine), []);
    assert.equal((await ask('{"acceptEmpty":true}')).status, 202);
    assert.equal((await ask("{}")).status, 202);
    const found = await readWishes(engine);
    assert.deepEqual(found.map(({ acceptEmpty }) => acceptEmpty ?? false).sort(), [false, true]);
    await wishes(2);
  });

  test("a source says that it was asked for until the wish is fulfilled", async () => {
    const asked = async () => {
      const { sources } = (await (await list()).json()) as { sources: { id: string; asked: boolean }[] };
      return sources.map(({ id, asked }) => `${id} ${asked}`);
    };
    assert.deepEqual(await asked(), ["acme false", "silent false"]);
    await call(sync, "silent", null, `Bearer ${TOKEN}`);
    assert.deepEqual(await asked(), ["acme false", "silent true"]);
    await wishes(1);
    assert.deepEqual(await asked(), ["acme false", "silent false"]);
  });

  test("a source alone is answered with its failures, and one there is not as any other address", async () => {
    const ask = async (source: string) =>
      one(new Request("http://127.0.0.1/"), { params: Promise.resolve({ source }) });
    const answer = (await (await ask("acme")).json()) as { id: string; failures: unknown };
    assert.deepEqual([answer.id, answer.failures], ["acme", []]);
    assert.equal((await ask("nobody")).status, 404);
  });

  test("a thousand requests for the same are one wish", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 1_000 }, async () => (await call(sync, "silent", null, `Bearer ${TOKEN}`)).status),
    );
    assert.deepEqual(new Set(statuses), new Set([202]));
    assert.equal((await wishes(1)).length, 1);
  });

  test("ten thousand tags that are made up are a thousand wishes and a reading of the whole source", async () => {
    const tagged = (first: number) =>
      Array.from({ length: 500 }, (_, place) => ({
        action: "push",
        target: { ...TARGET, tag: `made-up-${first + place}` },
      }));
    for (let first = 0; first < 10_000; first += 500) {
      const answer = await call(events, "acme", JSON.stringify({ events: tagged(first) }), SECRET);
      assert.deepEqual(answer, { status: 202, content: { accepted: 500 } });
    }
    await settled();
    const found = await wishes(1_000);
    assert.ok(found.length <= 1_001, `${found.length} wishes`);
    assert.equal(found.filter(({ repository }) => repository === null).length, 1);
  });

  test("what is not read takes no place among a thousand, however much of it is pushed", async () => {
    const built = Array.from({ length: 1_100 }, (_, build) => ({
      action: "push",
      target: { mediaType: TARGET.mediaType, repository: "ci/app", tag: `b${build}` },
    }));
    const answer = await call(events, "acme", JSON.stringify({ events: built }), SECRET);
    assert.deepEqual(answer, { status: 202, content: { accepted: 0 } });
    await settled();
    assert.deepEqual(await wishes(0), []);
  });

  test("an engine that is down is a problem that passes, and the registry sends again", async () => {
    await meilisearch.kill();
    const answer = await call(events, "acme", PUSH, SECRET);
    assert.equal(answer.status, 503);
    assert.equal(answer.content.type, "urn:chartroom:problem:unavailable");
  });
});
