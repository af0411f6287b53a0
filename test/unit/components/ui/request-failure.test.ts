import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { RequestFailure, requestJson } from "#components/ui/request-failure.ts";

const ANSWERS: Readonly<Record<string, { status: number; body: string }>> = {
  "/good": { status: 200, body: '{"total":3}' },
  "/problem": { status: 503, body: '{"title":"The engine sleeps","detail":"Wake it."}' },
  "/html": { status: 502, body: "<h1>Bad Gateway</h1>" },
  "/odd": { status: 500, body: '{"title":7,"detail":""}' },
};

describe("requestJson", () => {
  const server = createServer(({ url }, response) => {
    const answer = ANSWERS[url ?? ""];
    if (answer === undefined) return;
    response.writeHead(answer.status).end(answer.body);
  });
  const never = new AbortController().signal;
  const addressOf = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

  before(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  after(() => server.closeAllConnections());
  after(() => server.close());

  const failure = (title: string, detail: string, status: number | null) => (error: unknown) => {
    assert.ok(error instanceof RequestFailure);
    assert.deepEqual([error.message, error.detail, error.status], [title, detail, status]);
    return true;
  };

  test("gives the answer", async () => {
    assert.deepEqual(await requestJson(addressOf("/good"), never), { total: 3 });
  });

  test("fails in the words of the problem", async () => {
    await assert.rejects(
      requestJson(addressOf("/problem"), never),
      failure("The engine sleeps", "Wake it.", 503),
    );
  });

  test("has its own words where the answer has none", async () => {
    const own = "Try again in a moment.";
    await assert.rejects(
      requestJson(addressOf("/html"), never),
      failure("The server answered with an error (502)", own, 502),
    );
    await assert.rejects(
      requestJson(addressOf("/odd"), never),
      failure("The server answered with an error (500)", own, 500),
    );
  });

  test("tells a server that is not there from one that answers", async () => {
    await assert.rejects(
      requestJson("http://127.0.0.1:1/", never),
      failure("The server cannot be reached", "Check the connection, then try again.", null),
    );
  });

  test("is really cancelled, and a cancelled request is no failure", async () => {
    const controller = new AbortController();
    const asked = requestJson(addressOf("/silent"), controller.signal);
    controller.abort();
    await assert.rejects(asked, { name: "AbortError" });
  });
});
