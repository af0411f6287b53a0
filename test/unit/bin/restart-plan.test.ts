import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planRestart } from "#bin/supervisor/restart-plan.ts";

describe("a part that died", () => {
  test("is started again, each time within a minute after a longer pause", () => {
    assert.deepEqual(planRestart([0], 0), { kind: "restart", delayMs: 250 });
    assert.deepEqual(planRestart([0, 1_000], 1_000), { kind: "restart", delayMs: 500 });
    assert.deepEqual(planRestart([0, 1_000, 2_000, 3_000], 3_000), { kind: "restart", delayMs: 2_000 });
  });
  test("is given up at the fifth time within a minute", () => {
    assert.deepEqual(planRestart([0, 10_000, 20_000, 30_000, 59_999], 59_999), { kind: "give-up" });
  });
  test("is not blamed for what was a minute ago", () => {
    assert.deepEqual(planRestart([0, 10_000, 20_000, 30_000, 60_000], 60_000), {
      kind: "restart",
      delayMs: 2_000,
    });
    assert.deepEqual(planRestart([0, 100, 200, 300, 100_000], 100_000), { kind: "restart", delayMs: 250 });
  });
});
