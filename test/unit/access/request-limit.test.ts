import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createRequestLimit } from "#lib/access/request-limit.ts";

const START = 1_000_000;

describe("a limit of 60 a minute", () => {
  test("lets 60 requests through at once, and then one a second", () => {
    const limit = createRequestLimit(60);
    const taken = Array.from({ length: 61 }, () => limit.take("a", START));
    assert.deepEqual(taken[0], { allowed: true, perMinute: 60, left: 59, resetIn: 1, retryIn: 0 });
    assert.deepEqual(taken[59], { allowed: true, perMinute: 60, left: 0, resetIn: 60, retryIn: 1 });
    assert.deepEqual(taken[60], { allowed: false, perMinute: 60, left: 0, resetIn: 60, retryIn: 1 });
    assert.equal(limit.take("a", START + 500).allowed, false);
    assert.equal(limit.take("a", START + 1_000).allowed, true);
    assert.equal(limit.take("a", START + 1_000).allowed, false);
  });

  test("is never more than a minute's worth", () => {
    const limit = createRequestLimit(60);
    limit.take("a", START);
    assert.equal(limit.take("a", START + 3_600_000).left, 59);
  });

  test("a clock that goes back costs nothing", () => {
    const limit = createRequestLimit(60);
    limit.take("a", START);
    assert.equal(limit.take("a", START - 60_000).left, 58);
  });

  test("counts each client for itself", () => {
    const limit = createRequestLimit(1);
    assert.deepEqual(
      ["a", "a", "b"].map((client) => limit.take(client, START).allowed),
      [true, false, true],
    );
  });

  test("remembers so many clients and no more", () => {
    const limit = createRequestLimit(1, 2);
    for (const client of ["a", "b", "c"]) limit.take(client, START);
    assert.equal(limit.take("c", START).allowed, false);
    assert.equal(limit.take("a", START).allowed, true);
  });
});
