import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import { askReading } from "#components/source/ask-reading.ts";
import { RequestFailure } from "#components/ui/request-failure.ts";

const TOKEN = "a token of the operator";

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

describe("askReading", () => {
  const received: Received[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const { method, url, headers } = request;
    const body = Buffer.concat(await Array.fromAsync<Buffer>(request)).toString();
    received.push({ method, url, authorization: headers.authorization, body });
    const right = headers.authorization === `Bearer ${TOKEN}`;
    response.writeHead(right ? 202 : 401).end("{}");
  });
  const browserFetch = globalThis.fetch;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    // In a browser the addresses are those of the page.
    globalThis.fetch = (path, init) => browserFetch(`http://127.0.0.1:${port}${path}`, init);
  });
  beforeEach(() => received.splice(0));
  after(() => {
    globalThis.fetch = browserFetch;
    server.closeAllConnections();
    server.close();
  });

  const isRefused = (error: unknown) => error instanceof RequestFailure && error.status === 401;

  test("sends the token in a header, and a confirmation only when it was given", async () => {
    await askReading({ source: "acme", acceptEmpty: false }, TOKEN);
    await askReading({ source: "acme", acceptEmpty: true }, TOKEN);
    const request = { method: "POST", url: "/api/v1/sources/acme/sync", authorization: `Bearer ${TOKEN}` };
    assert.deepEqual(received, [
      { ...request, body: "" },
      { ...request, body: '{"acceptEmpty":true}' },
    ]);
  });

  test("is refused with another token, and without asking with one that no header can hold", async () => {
    await assert.rejects(askReading({ source: "acme", acceptEmpty: false }, "another"), isRefused);
    assert.equal(received.length, 1);
    await assert.rejects(askReading({ source: "acme", acceptEmpty: false }, "schlüssel ✓"), isRefused);
    assert.equal(received.length, 1);
  });
});
