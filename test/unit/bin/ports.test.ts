import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import { findFreePort, requireFreePort } from "#bin/ports.ts";

test("a port in use says so and names one that is free", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    const error: unknown = await requireFreePort("127.0.0.1", port, "npm start").catch(
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof Error);
    const [, said, other] =
      /^Port (\d+) on 127\.0\.0\.1 is in use\. Take another one: PORT=(\d+) npm start$/.exec(error.message) ??
      [];
    assert.equal(Number(said), port);
    assert.notEqual(Number(other), port);
    await requireFreePort("127.0.0.1", Number(other), "npm start");
  } finally {
    server.close();
  }
});

test("an address of another machine says so", async () => {
  await assert.rejects(
    requireFreePort("192.0.2.1", 3000, "npm start"),
    /Nothing can listen on 192\.0\.2\.1 .* Set HOST/,
  );
});

test("a free port is free", async () => {
  const port = await findFreePort();
  assert.ok(port > 0);
  await requireFreePort("127.0.0.1", port, "npm start");
});
