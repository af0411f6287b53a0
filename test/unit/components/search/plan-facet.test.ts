import assert from "node:assert/strict";
import { test } from "node:test";
import { planFacet } from "#components/search/plan-facet.ts";

const values = (letters: string) => [...letters].map((value, index) => ({ value, count: 100 - index }));
const lettersOf = (shown: readonly { value: string }[]) => shown.map(({ value }) => value).join("");

function plan(letters: string, selected: string) {
  const { shown, folded } = planFacet(values(letters), [...selected]);
  return `${lettersOf(shown)} | ${lettersOf(folded)}`;
}

test("the most frequent eight stand open", () => {
  assert.equal(plan("abcdefghijk", ""), "abcdefgh | ijk");
});

test("a single value more is not folded away", () => {
  assert.equal(plan("abcdefghi", ""), "abcdefghi | ");
});

test("what is selected stands open, in its place or after the others", () => {
  assert.equal(plan("abcdefghijk", "bj"), "abcdefghj | ik");
});

test("what is selected and has no chart any more can still be taken back", () => {
  const { shown } = planFacet(values("ab"), ["z"]);
  assert.deepEqual(shown.at(-1), { value: "z", count: 0 });
});
