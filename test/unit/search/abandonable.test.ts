import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { abandonable } from "#lib/search/abandonable.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { SearchEngineError } from "#lib/search/search-engine.ts";

describe("who goes while a search is under way", () => {
  const left = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    asked.resolve();
    response.on("close", () => left.resolve());
  });
  let url = "";
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  test("takes the question back from the engine, and nothing more is asked", async () => {
    const going = new AbortController();
    const reader = abandonable(createMeilisearchEngine({ url, key: null }), going.signal);
    const answer = reader.search([]);
    await asked.promise;
    going.abort();
    await assert.rejects(answer, SearchEngineError);
    await left.promise;
    await assert.rejects(reader.get("charts", "a"), { code: "abandoned" });
    await assert.rejects(Array.fromAsync(reader.fetch("charts", { filter: "" })), { code: "abandoned" });
    assert.deepEqual(requests, ["/multi-search"]);
  });
});
