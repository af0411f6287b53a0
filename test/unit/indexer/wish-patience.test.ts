import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isFulfilled, WishPatience } from "#lib/indexer/wish-patience.ts";
import type { Digest } from "#lib/oci/reference.ts";
import { tagName } from "../../support/fake-registry-client.ts";

const tag = tagName("1.0.0");
const [old, pushed] = ["a", "b"].map((letter) => `sha256:${letter.repeat(64)}` as Digest);
assert.ok(old && pushed);

describe("a push has come true", () => {
  const push = { kind: "push", tag, digest: pushed } as const;
  test("when the tag is listed and points at what was pushed", () => {
    assert.equal(isFulfilled(push, new Map([[tag, pushed]])), true);
    assert.equal(isFulfilled(push, new Map([[tag, old]])), false, "the tag is not written yet");
    assert.equal(isFulfilled(push, new Map()), false);
    assert.equal(isFulfilled({ ...push, digest: null }, new Map([[tag, old]])), true);
  });

  test("never while the repository cannot be read, and nor has a deletion", () => {
    assert.equal(isFulfilled(push, null), false);
    assert.equal(isFulfilled({ kind: "delete", tag, digest: null }, null), false);
    assert.equal(isFulfilled({ kind: "delete", tag, digest: null }, new Map()), true);
  });
});

describe("patience", () => {
  test("waits 200 ms, then twice as long each time, and gives up after an hour", () => {
    const patience = new WishPatience();
    const waits: number[] = [];
    let now = 0;
    assert.ok(patience.isDue("a", now));
    while (patience.tryAgain("a", now)) {
      const tried = now;
      while (!patience.isDue("a", now)) now += 100;
      waits.push(now - tried);
    }
    assert.deepEqual(waits.slice(0, 6), [200, 400, 800, 1_600, 3_200, 6_400]);
    assert.equal(Math.max(...waits), 600_000);
    assert.ok(now <= 3_600_000 && now > 1_800_000, `${now} ms`);
  });

  test("an event that comes again, with a new nonce, is tried at once", () => {
    const patience = new WishPatience();
    patience.tryAgain("a", 0);
    assert.equal(patience.isDue("a", 0), false);
    assert.equal(patience.isDue("b", 0), true);
    patience.keep(new Set(["b"]));
    assert.equal(patience.isDue("a", 0), true, "forgotten");
  });
});
