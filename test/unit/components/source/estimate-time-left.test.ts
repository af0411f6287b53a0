import assert from "node:assert/strict";
import { test } from "node:test";
import { estimateTimeLeft } from "#components/source/estimate-time-left.ts";

const START = "2026-11-22T12:00:00Z";
const estimate = (done: number, total: number | null, elapsed: number) =>
  estimateTimeLeft(
    { startedAt: START, repositoriesDone: done, repositoriesTotal: total, releasesRead: 0 },
    Date.parse(START) + elapsed,
  );

test("the rest takes as long as what is done took", () => {
  assert.equal(estimate(25, 100, 10_000), 30_000);
  assert.equal(estimate(100, 100, 10_000), 0);
});

test("nothing is promised before it can be known", () => {
  assert.equal(estimate(0, null, 10_000), null);
  assert.equal(estimate(0, 0, 10_000), null);
  assert.equal(estimate(0, 100, 10_000), null);
  assert.equal(estimate(1, 100, 10_000), null);
  assert.equal(estimate(50, 100, -3_000), null);
});
