import assert from "node:assert/strict";
import { test } from "node:test";
import { ReadingRequests } from "#lib/indexer/reading-requests.ts";

const { signal } = new AbortController();
const LONG = 60_000;

test("a wish ends the pause, and the pass it led to takes it up once", { timeout: 5_000 }, async () => {
  const requests = new ReadingRequests();
  const waiting = requests.wait(LONG, signal);
  requests.add({ nonce: "a" });
  await waiting;
  assert.deepEqual(requests.take(), { nonces: new Set(["a"]), acceptEmpty: false });

  requests.add({ nonce: "a" });
  await requests.wait(1, signal);
  assert.deepEqual([...requests.take().nonces], [], "the wish that is being fulfilled is no new one");
});

test("a wish made during a pass leads to another", { timeout: 5_000 }, async () => {
  const requests = new ReadingRequests();
  requests.take();
  requests.add({ nonce: "b" });
  await requests.wait(LONG, signal);
  assert.deepEqual([...requests.take().nonces], ["b"]);
});

test("that the registry may be empty holds for one pass, whatever else was asked for", () => {
  const requests = new ReadingRequests();
  requests.add({ nonce: "confirmed", acceptEmpty: true });
  requests.add({ nonce: "plain" });
  assert.deepEqual(requests.take(), { nonces: new Set(["confirmed", "plain"]), acceptEmpty: true });
  requests.add({ nonce: "confirmed", acceptEmpty: true });
  requests.add({ nonce: "later" });
  assert.deepEqual(requests.take(), { nonces: new Set(["later"]), acceptEmpty: false });
});

test("the end of the process ends the pause with its reason", async () => {
  const stopped = new AbortController();
  const waiting = new ReadingRequests().wait(LONG, stopped.signal);
  stopped.abort();
  await assert.rejects(waiting, { name: "AbortError" });
});
