import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { startFakeRegistry } from "#test/support/fake-registry.ts";
import { collect, failureOf, hurriedClient, textOf } from "#test/support/fake-registry-client.ts";
import { delivered, status } from "#test/support/fake-registry-faults.ts";
import { KINDS, redis, startOneChart, tag } from "#test/support/fake-registry-reads.ts";

const { fake, client, pushed, read } = await startOneChart();

describe("cancelling", () => {
  for (const kind of KINDS) {
    test(`ends a ${kind} that is under way, with the caller's reason`, async () => {
      fake.fail(/./, delivered({ delayMs: 5_000 }));
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error("enough")), 20);
      const failure = await failureOf(read(kind, { signal: controller.signal }));
      assert.deepEqual([failure.code, String(failure.cause)], ["cancelled", "Error: enough"]);
    });
  }

  test("beforehand sends nothing", async () => {
    const failure = await failureOf(client.manifest(redis, tag, { signal: AbortSignal.abort() }));
    assert.deepEqual([failure.code, fake.requests.length], ["cancelled", 0]);
  });

  test("ends a blob in the middle", async () => {
    const big = fake.pushBlob(redis, Buffer.alloc(3_000_000, "x"));
    const controller = new AbortController();
    const stream = await client.blob(redis, big, { signal: controller.signal });
    const reader = stream.getReader();
    await reader.read();
    controller.abort();
    const rest = async () => {
      while (!(await reader.read()).done);
    };
    assert.equal((await failureOf(rest())).code, "cancelled");
  });

  test("leaves no listener on a signal that lives long", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    await collect(client.tags(redis, { signal }));
    await client.manifest(redis, tag, { signal });
    await textOf(await client.blob(redis, pushed.config, { signal }));
    await (await client.blob(redis, pushed.config, { signal })).cancel();
    fake.fail(/./, status(404));
    await failureOf(client.resolve(redis, tag, { signal }));
    assert.deepEqual(getEventListeners(signal, "abort"), []);
  });

  test("ends the wait for a token, which others go on waiting for", async () => {
    const guarded = await startFakeRegistry({ auth: { kind: "token", user: null } });
    const guest = hurriedClient(guarded.url);
    guarded.push(redis, tag);
    guarded.fail(/GET \/token/, delivered({ delayMs: 1_500 }));
    const controller = new AbortController();
    const patient = guest.resolve(redis, tag);
    const hasty = failureOf(guest.resolve(redis, tag, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    const started = performance.now();
    assert.equal((await hasty).code, "cancelled");
    assert.ok(performance.now() - started < 1_400);
    assert.equal((await patient).size > 0, true);
    await guest.close();
    await guarded.stop();
  });
});
