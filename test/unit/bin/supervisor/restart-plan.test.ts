import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planRestart } from "#bin/supervisor/restart-plan.ts";

const failures = (...times: readonly number[]) => times.map((at) => ({ at, killed: false }));
const kills = (...times: readonly number[]) => times.map((at) => ({ at, killed: true }));

describe("a part that died", () => {
  test("is started again, each time within a minute after a longer pause", () => {
    assert.deepEqual(planRestart(failures(7)), { kind: "restart", delayMs: 250 });
    assert.deepEqual(planRestart(failures(0, 1_000)), { kind: "restart", delayMs: 500 });
    assert.deepEqual(planRestart(failures(0, 1_000, 2_000, 3_000)), { kind: "restart", delayMs: 2_000 });
  });
  test("is given up at the fifth failure within a minute", () => {
    assert.deepEqual(planRestart(failures(0, 10_000, 20_000, 30_000, 59_999)), { kind: "give-up" });
  });
  test("is not blamed for what was a minute ago", () => {
    assert.deepEqual(planRestart(failures(0, 10_000, 20_000, 30_000, 60_000)), {
      kind: "restart",
      delayMs: 2_000,
    });
    assert.deepEqual(planRestart(failures(0, 100, 200, 300, 100_000)), { kind: "restart", delayMs: 250 });
  });
  test("is not blamed for being killed, however often", () => {
    assert.deepEqual(planRestart(kills(0, 1, 2, 3, 4, 5, 6, 7)), { kind: "restart", delayMs: 5_000 });
    assert.deepEqual(planRestart([...failures(0, 1, 2, 3), ...kills(4)]), {
      kind: "restart",
      delayMs: 4_000,
    });
    assert.deepEqual(planRestart([...kills(0, 1, 2, 3), ...failures(4)]), {
      kind: "restart",
      delayMs: 4_000,
    });
  });
});
