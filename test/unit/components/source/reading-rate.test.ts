import assert from "node:assert/strict";
import { test } from "node:test";
import { readingRate } from "#components/source/reading-rate.ts";

const startedAt = "2026-11-01T00:00:00.000Z";
const after = (ms: number) => Date.parse(startedAt) + ms;
const progress = { startedAt, repositoriesDone: 30, repositoriesTotal: 100, releasesRead: 7 };

test("repositories a second, once that means something", () => {
  assert.equal(readingRate(progress, after(10_000)), 3);
  assert.equal(readingRate(progress, after(1_999)), null);
  assert.equal(readingRate(progress, after(-5)), null, "clocks differ");
  assert.equal(readingRate({ ...progress, startedAt: "?" }, after(10_000)), null);
});
