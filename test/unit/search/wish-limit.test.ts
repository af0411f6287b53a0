import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { parseTag } from "#lib/oci/reference.ts";
import { WishLimit } from "#lib/search/wish-limit.ts";
import type { Wish } from "#lib/search/wishes.ts";
import { repositoryName } from "../../support/fake-registry-client.ts";

const HOUR = 3_600_000;

function pushed(tag: string, source = "acme"): Wish {
  return {
    source: source as SourceId,
    repository: repositoryName("data/redis"),
    kind: "push",
    tag: parseTag(tag),
    digest: null,
  };
}
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, place) => pushed(`t${from + place}`));
const tagsOf = (wishes: readonly Wish[]) => wishes.map(({ tag }) => tag);

test("what is within the limit is written as it is, the same thing once", () => {
  const limit = new WishLimit();
  assert.deepEqual(tagsOf(limit.admit([pushed("a"), pushed("b"), pushed("a")], 0)), ["a", "b"]);
});

test("what is beyond it becomes one reading of the whole source, of that source alone", () => {
  const limit = new WishLimit();
  assert.equal(limit.admit(many(1_000), 0).length, 1_000);
  const [whole, ...others] = limit.admit(many(500, 1_000), 1);
  assert.deepEqual([whole?.source, whole?.repository, whole?.kind, others.length], ["acme", null, "read", 0]);
  assert.deepEqual(tagsOf(limit.admit([pushed("a", "other")], 1)), ["a"]);
});

test("what was wished for lately may be wished for again, and room comes back after an hour", () => {
  const limit = new WishLimit();
  limit.admit(many(1_000), 0);
  assert.deepEqual(tagsOf(limit.admit([pushed("t0")], HOUR - 1)), ["t0"]);
  assert.deepEqual(tagsOf(limit.admit([pushed("new")], HOUR - 1)), [null]);
  assert.deepEqual(tagsOf(limit.admit([pushed("new")], HOUR)), ["new"]);
  assert.equal(limit.admit(many(998, 2_000), HOUR).length, 998, "t0 and new count still");
  assert.deepEqual(tagsOf(limit.admit([pushed("late")], HOUR)), [null]);
});
