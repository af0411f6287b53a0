import assert from "node:assert/strict";
import { test } from "node:test";
import { withEarlierManifest } from "#lib/indexer/moved-tag.ts";
import { parseDigest } from "#lib/oci/reference.ts";
import type { ReleaseDocument } from "#lib/search/document.ts";

const digestOf = (digit: string) => parseDigest(`sha256:${digit.repeat(64)}`) ?? assert.fail();
const [first, second, third] = [digestOf("1"), digestOf("2"), digestOf("3")];
const read = (manifest: typeof first) => ({ id: "x", manifest }) as ReleaseDocument;

test("a tag that is new, or is read again by a newer reader, moved from nowhere", () => {
  assert.deepEqual(withEarlierManifest(read(first), undefined), { id: "x", manifest: first });
  assert.deepEqual(withEarlierManifest(read(first), { manifest: first }), { id: "x", manifest: first });
});

test("a tag that points at another manifest remembers the one before, and that only", () => {
  const moved = withEarlierManifest(read(second), { manifest: first });
  assert.equal(moved.movedFrom, first);
  assert.equal(withEarlierManifest(read(third), moved).movedFrom, second);
  assert.equal(withEarlierManifest(read(first), moved).movedFrom, second, "also when it moves back");
});

test("what is remembered outlives a reading of the same manifest", () => {
  const moved = withEarlierManifest(read(second), { manifest: first });
  assert.equal(withEarlierManifest(read(second), moved).movedFrom, first);
});
