import assert from "node:assert/strict";
import { test } from "node:test";
import { planFacet } from "#components/search/plan-facet.ts";

const values = (letters: string) => [...letters].map((value, index) => ({ value, count: 100 - index }));
const lettersOf = (shown: readonly { value: string }[]) => shown.map(({ value }) => value).join("");

function plan(letters: string, selected: string) {
  const { shown, folded } = planFacet("keyword", values(letters), [...selected]);
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
  const { shown } = planFacet("keyword", values("ab"), ["z"]);
  assert.deepEqual(shown.at(-1), { value: "z", count: 0 });
});

test("a value is selected in any letter case, and once", () => {
  assert.equal(plan("abcdefghijk", "J"), "abcdefghj | ik");
});

test("a typed pattern is no value", () => {
  const { shown } = planFacet("namespace", [...values("ab"), { value: "team-*", count: 0 }], ["team-*"]);
  assert.equal(lettersOf(shown), "ab");
});

test("what the type facet says is not said again, unless it is asked for", () => {
  const marks = ["application", "signed", "stable"].map((value) => ({ value, count: 9 }));
  assert.equal(lettersOf(planFacet("is", marks, []).shown), "signed");
  assert.equal(lettersOf(planFacet("is", marks, ["Stable"]).shown), "signedstable");
  assert.equal(planFacet("keyword", marks, []).shown.length, 3);
});

test("a value that is rarer than those that are counted has no count, not none", () => {
  const counted = Array.from({ length: 100 }, (_, index) => ({ value: `v${index}`, count: 100 - index }));
  const { shown } = planFacet("keyword", [...counted, { value: "rare", count: 0 }], ["rare"]);
  assert.deepEqual(shown.at(-1), { value: "rare", count: null });
});
