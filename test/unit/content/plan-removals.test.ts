import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { planRemovals, type StoredArchive } from "#lib/content/plan-removals.ts";
import type { Digest } from "#lib/oci/reference.ts";

const digestOf = (name: string | number) => `sha256:${String(name).padStart(64, "0")}` as Digest;
const archive = (name: string, size: number, usedAt: number): StoredArchive => ({
  digest: digestOf(name),
  size,
  usedAt,
});
const removed = (...plan: Parameters<typeof planRemovals>) =>
  planRemovals(...plan).remove.map(({ digest }) => digest.replace(/^sha256:0*/, ""));

describe("planRemovals", () => {
  const archives = [archive("a", 40, 3), archive("b", 40, 1), archive("c", 40, 2), archive("d", 5, 4)];

  test("nothing goes within the bound, not even above nine tenths of it", () => {
    assert.deepEqual(removed(archives, 125, new Set()), []);
  });
  test("what was not used for longest goes, until a tenth is free", () => {
    assert.deepEqual(removed(archives, 124, new Set()), ["b"]);
    assert.deepEqual(removed(archives, 90, new Set()), ["b", "c"]);
  });
  test("never what is pinned, however old", () => {
    const pinned = new Set([digestOf("b")]);
    assert.deepEqual(removed(archives, 90, pinned), ["c", "a"]);
    assert.deepEqual(planRemovals(archives, 10, new Set(archives.map(({ digest }) => digest))), {
      remove: [],
      bytesLeft: 125,
      pinnedBytes: 125,
    });
  });
  test("of any archives: what is left is within the bound or pinned, and nothing older was spared", () => {
    const sizes = fc.array(fc.record({ size: fc.nat(100), usedAt: fc.nat(50), pinned: fc.boolean() }));
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 2_000 }), (files, maxBytes) => {
        const all = files.map(({ size, usedAt }, index) => ({ digest: digestOf(index), size, usedAt }));
        const pinned = new Set(all.filter((_, index) => files[index]?.pinned).map(({ digest }) => digest));
        const plan = planRemovals(all, maxBytes, pinned);
        const gone = new Set(plan.remove);
        const left = all.filter((file) => !gone.has(file));
        assert.equal(
          plan.bytesLeft,
          left.reduce((sum, { size }) => sum + size, 0),
        );
        assert.ok(plan.remove.every(({ digest }) => !pinned.has(digest)));
        const spared = left.filter(({ digest }) => !pinned.has(digest));
        if (plan.bytesLeft > maxBytes) assert.deepEqual(spared, []);
        const newestGone = Math.max(...plan.remove.map(({ usedAt }) => usedAt));
        assert.ok(spared.every(({ usedAt }) => gone.size === 0 || usedAt >= newestGone));
      }),
    );
  });
});
