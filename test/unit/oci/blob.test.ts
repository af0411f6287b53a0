import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { collect, failureOf, hurriedClient, textOf } from "#test/support/fake-registry-client.ts";
import { digestOf } from "#test/support/fake-registry-content.ts";
import { delivered } from "#test/support/fake-registry-faults.ts";
import { redis, SHORT, startOneChart } from "#test/support/fake-registry-reads.ts";

const { fake, client } = await startOneChart();

describe("blobs", () => {
  test("that nobody reads end by their deadline and harm nobody", async () => {
    fake.fail(/blobs/, delivered({ dripMs: 30 }));
    const brisk = hurriedClient(fake.url, { timeouts: { ...SHORT, bodyMs: 50 } });
    const stream = await brisk.blob(redis, fake.pushBlob(redis, "a slow blob"));
    await sleep(120);
    assert.equal((await failureOf(collect(stream))).code, "timeout");
    await brisk.close();
  });

  test("end when the client does", async () => {
    fake.fail(/blobs/, delivered({ dripMs: 30 }));
    const brief = hurriedClient(fake.url);
    const stream = await brief.blob(redis, fake.pushBlob(redis, "a slow blob"));
    await brief.close();
    assert.equal((await failureOf(collect(stream))).code, "cancelled");
  });

  test("give their connection back when they are cancelled", async () => {
    const big = fake.pushBlob(redis, Buffer.alloc(3_000_000, "x"));
    const single = hurriedClient(fake.url, { timeouts: SHORT, connections: 1 });
    await (await single.blob(redis, big)).cancel();
    assert.equal((await collect(single.tags(redis))).length, 1);
    await single.close();
  });

  test("arrive whole, however many pieces they come in", async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => at % 251));
    const blob = fake.pushBlob(redis, bytes);
    const read = Buffer.concat(await collect(await client.blob(redis, blob)));
    assert.equal(digestOf(read), blob.digest);
  });

  test("are refused before their first byte when the registry states another size", async () => {
    const blob = fake.pushBlob(redis, "twelve bytes");
    assert.equal((await failureOf(client.blob(redis, { ...blob, size: 11 }))).code, "digest-mismatch");
  });

  test("may be empty", async () => {
    assert.equal(await textOf(await client.blob(redis, fake.pushBlob(redis, ""))), "");
  });
});
