import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { receiveEvent } from "#lib/source/events/receive-event.ts";

const SECRET = "a secret of the test";
const EMPTY = '{"events":[]}';

function receive(body: string, headers: Readonly<Record<string, string>> = { authorization: SECRET }) {
  return receiveEvent(new Request("http://127.0.0.1/", { method: "POST", body, headers }), SECRET);
}

test("what carries the secret is read, what does not is refused unread", async () => {
  assert.deepEqual(await receive(EMPTY), { events: [] });
  assert.deepEqual(await receive(EMPTY, {}), { refused: "unauthorized" });
  let read = 0;
  async function* body() {
    read += 1;
    yield Buffer.from(EMPTY);
  }
  const refused = await receiveEvent({ headers: new Headers(), body: body() }, SECRET);
  assert.deepEqual([refused, read], [{ refused: "unauthorized" }, 0]);
});

test("GitHub signs the body instead", async () => {
  const sign = (text: string) => `sha256=${createHmac("sha256", SECRET).update(text).digest("hex")}`;
  const headers = (signature: string) => ({ "x-hub-signature-256": signature, "x-github-event": "ping" });
  assert.deepEqual(await receive(EMPTY, headers(sign(EMPTY))), { events: [] });
  assert.deepEqual(await receive(EMPTY, headers(sign(`${EMPTY} `))), { refused: "unauthorized" });
  assert.deepEqual(await receive(EMPTY, headers("sha256=")), { refused: "unauthorized" });
});

test("what is no notification is refused, and so is one beyond 256 KiB, without waiting for its end", async () => {
  assert.deepEqual(await receive("<html>"), { refused: "bad-request" });
  const full = `${EMPTY}${" ".repeat(256 * 1024 - EMPTY.length)}`;
  assert.deepEqual(await receive(full), { events: [] });
  assert.deepEqual(await receive(`${full} `), { refused: "too-large" });
  async function* endless() {
    for (;;) yield new Uint8Array(65_536);
  }
  const headers = new Headers({ authorization: SECRET });
  assert.deepEqual(await receiveEvent({ headers, body: endless() }, SECRET), { refused: "too-large" });
});
