import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { PendingChanges } from "#lib/indexer/pending-changes.ts";

const never = new AbortController().signal;

/** Whether the promise has been resolved once all that is ready has run. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false;
  promise.then(
    () => {
      done = true;
    },
    () => undefined,
  );
  await turn();
  return done;
}

function addMany(pending: PendingChanges, count: number) {
  const changes = Array.from({ length: count }, () => Promise.withResolvers<void>());
  for (const { promise } of changes) pending.add(promise);
  return changes;
}

test("waits until few enough are on their way", async () => {
  const pending = new PendingChanges();
  const [first, second] = addMany(pending, 2);
  const one = pending.atMost(1, never);
  const none = pending.atMost(0, never);
  assert.deepEqual([await isDone(pending.atMost(2, never)), await isDone(one)], [true, false]);
  first?.resolve();
  assert.deepEqual([await isDone(one), await isDone(none)], [true, false]);
  second?.resolve();
  assert.ok(await isDone(none));
});

test("a change that failed makes room, and is the failure of whoever asks", async () => {
  const pending = new PendingChanges();
  const [first, second] = addMany(pending, 2);
  first?.reject(new Error("refused"));
  second?.reject(new Error("refused too"));
  await assert.rejects(pending.atMost(0, never), /^Error: refused$/);
  await assert.rejects(pending.atMost(5, never), /^Error: refused$/);
});

test("who waits is let go by the signal", async () => {
  const pending = new PendingChanges();
  addMany(pending, 1);
  const stop = new AbortController();
  const waiting = pending.atMost(0, stop.signal);
  stop.abort(new Error("stopped"));
  await assert.rejects(waiting, /^Error: stopped$/);
});
