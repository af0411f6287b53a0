import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { type SearchEngine, SearchEngineError } from "#lib/search/search-engine.ts";

// Refuses everything, and hangs up on searches.
const server = createServer((request, response) => {
  if (request.url?.startsWith("/multi-search")) {
    response.destroy();
    return;
  }
  response.writeHead(403, { "content-type": "application/json" });
  response.end(
    JSON.stringify({ message: "The key is wrong", code: "invalid_api_key", type: "auth", link: "" }),
  );
});
let url = "";

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

async function failureOf(call: Promise<unknown>): Promise<SearchEngineError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SearchEngineError, String(error));
  return error;
}

test("whatever the engine does wrong is one error, with its own word for why", async () => {
  const engine = createMeilisearchEngine({ url, key: "k" });
  const refused = await failureOf(engine.get("charts", "a"));
  assert.deepEqual([refused.reachable, refused.code], [true, "invalid_api_key"]);
  assert.match(refused.message, /The key is wrong/);
  const cut = await failureOf(engine.search([]));
  assert.deepEqual([cut.reachable, cut.code], [false, "unreachable"]);
  const refusedWrite = await failureOf(engine.put("charts", [{ id: "a" }]));
  assert.equal(refusedWrite.code, "invalid_api_key");
});

test("an engine that is not there is said to be unreachable", async () => {
  const engine = createMeilisearchEngine({ url: "http://127.0.0.1:9", key: null });
  assert.equal((await failureOf(engine.health())).reachable, false);
});

describe("an engine that takes a request and never answers is given up", () => {
  const silent = createServer(() => {});
  before(async () => {
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  });
  after(() => {
    silent.closeAllConnections();
    silent.close();
  });

  const document = { id: "a" };
  const prompt: Record<string, (engine: SearchEngine) => Promise<unknown>> = {
    search: (engine) => engine.search([]),
    health: (engine) => engine.health(),
    enqueue: (engine) => engine.enqueue("charts", [document]),
  };
  const patient: typeof prompt = {
    get: (engine) => engine.get("charts", "a"),
    fetch: (engine) => Array.fromAsync(engine.fetch("charts", { filter: "" })),
    put: (engine) => engine.put("charts", [document]),
    remove: (engine) => engine.remove("charts", ["a"]),
    removeMatching: (engine) => engine.removeMatching("charts", "a = b"),
    exists: (engine) => engine.exists("charts"),
    define: (engine) => engine.define({ uid: "charts", settings: {} }),
    swap: (engine) => engine.swap([["charts", "charts-next"]]),
    drop: (engine) => engine.drop("charts"),
  };
  const soon = { promptMs: 50, patientMs: 600_000 };
  for (const [calls, timeouts] of [
    [prompt, soon],
    [patient, { promptMs: 600_000, patientMs: 50 }],
  ] as const) {
    for (const [name, call] of Object.entries(calls)) {
      test(`by ${name}${timeouts === soon ? ", soon" : ""}`, { timeout: 10_000 }, async () => {
        const { port } = silent.address() as AddressInfo;
        const engine = createMeilisearchEngine({ url: `http://127.0.0.1:${port}`, key: null, timeouts });
        const failure = await failureOf(call(engine));
        assert.deepEqual([failure.reachable, failure.code], [false, "unreachable"]);
      });
    }
  }
});
