import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { TextSet } from "#lib/support/text-set.ts";

const COUNT = 50_000;
const nameOf = (number: number) => `team/application-${number}`;

test("knows what was added, and nothing else, however often it has grown", () => {
  const set = new TextSet();
  for (let number = 0; number < COUNT; number += 1) assert.ok(set.add(nameOf(number)));
  assert.equal(set.size, COUNT);
  for (let number = 0; number < COUNT; number += 1) {
    assert.ok(set.has(nameOf(number)));
    assert.ok(!set.has(nameOf(COUNT + number)));
  }
});

test("counts a text once", () => {
  const set = new TextSet();
  assert.deepEqual([set.add("a"), set.add("a"), set.add(""), set.size], [true, false, true, 2]);
});

test("tells names apart that were looked for until 64 bits of their hashes were the same", () => {
  const [one, other] = ["c542dad662c11bfda", "cdc0c24d3cd49268f"] as const;
  const bits = (name: string) => createHash("sha256").update(name).digest().readBigUInt64LE();
  assert.equal(bits(one), bits(other));
  const set = new TextSet();
  assert.deepEqual([set.add(one), set.has(other), set.add(other), set.size], [true, false, true, 2]);
});

test("takes the same for a long text as for a short one", () => {
  const before = process.memoryUsage().arrayBuffers;
  const set = new TextSet();
  for (let number = 0; number < COUNT; number += 1) set.add(`${nameOf(number)}/${"x".repeat(200)}`);
  assert.ok(process.memoryUsage().arrayBuffers - before < COUNT * 64);
  assert.ok(set.has(`${nameOf(7)}/${"x".repeat(200)}`));
});
