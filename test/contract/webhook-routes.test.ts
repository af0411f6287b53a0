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

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "routes-"));
    meilisearch = await startMeilisearch();
    engine = createMeilisearchEngine(meilisearch);
    await prepareIndexes(engine);
    const file = join(folder, "chartroom.yaml");
    await writeFile(
      file,
      `sources:
  - { name: acme, registry: "https://registry.example.com", events: { secret: ${SECRET} } }
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
    sync = (await import("../../app/api/v1/sources/[source]/sync/route.ts")).POST;
  });
  after(async () => {
    await meilisearch?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const call = async (route: Route, source: string, body: string, authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization };
    const request = new Request("http://127.0.0.1/", { method: "POST", body, headers });
    const answer = await route(request, { params: Promise.resolve({ source }) });
    const content = (await answer.json()) as { type?: string };
    const isProblem = answer.headers.get("content-type") === "application/problem+json";
    assert.equal(isProblem, answer.status >= 400);
    return { status: answer.status, content };
  };
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
    await pause(300);
    assert.deepEqual(await wishes(1), [pushed]);
  });

  test("without the right secret nothing is written, and a source without one is as one there is not", async () => {
    assert.equal((await call(events, "acme", PUSH)).status, 401);
    assert.equal((await call(events, "acme", PUSH, TOKEN)).status, 401);
    const silent = await call(events, "silent", PUSH, SECRET);
    assert.equal(silent.status, 404);
    assert.deepEqual(await call(events, "nobody", PUSH, SECRET), silent);
    assert.equal((await call(events, "acme", "junk", SECRET)).status, 400);
    assert.equal((await call(events, "acme", " ".repeat(300_000), SECRET)).status, 413);
    const pull = JSON.stringify({ events: [{ action: "pull", target: TARGET }] });
    assert.deepEqual(await call(events, "acme", pull, SECRET), { status: 202, content: { accepted: 0 } });
    await pause(300);
    assert.deepEqual(await wishes(0), []);
  });

  test("who has the administrator's token may have a source read", async () => {
    assert.equal((await call(sync, "silent", "", `Bearer ${SECRET}`)).status, 401);
    assert.equal((await call(sync, "nobody", "", `Bearer ${TOKEN}`)).status, 404);
    assert.equal((await call(sync, "silent", "", `Bearer ${TOKEN}`)).status, 202);
    const asked = { source: "silent", kind: "read", repository: null, tag: null, digest: null };
    assert.deepEqual(await wishes(1), [asked]);
  });

  test("an engine that is down is a problem that passes, and the registry sends again", async () => {
    await meilisearch.kill();
    const answer = await call(events, "acme", PUSH, SECRET);
    assert.equal(answer.status, 503);
    assert.equal(answer.content.type, "urn:chartroom:problem:unavailable");
  });
});
