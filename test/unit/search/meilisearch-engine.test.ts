import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { SearchEngineError } from "#lib/search/search-engine.ts";

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
