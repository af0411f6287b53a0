import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { hasWords, markWords, parseWords } from "#components/chart/values/find-words.ts";

/** The text with `[` and `]` around what is marked. */
function marked(text: string, find: string): string {
  return markWords(text, parseWords(find))
    .map((segment) => (segment.match ? `[${segment.text}]` : segment.text))
    .join("");
}

describe("finding", () => {
  test("every word has to be somewhere, in any letter case", () => {
    assert.equal(hasWords("persistence.storageClass", parseWords("Storage class")), true);
    assert.equal(hasWords("persistence.size", parseWords("storage size")), false);
    assert.equal(hasWords("anything", parseWords("  ")), true);
  });
});

describe("marking", () => {
  test("words that touch or are a space apart are one mark", () => {
    assert.equal(marked("global.storageClass", "storage class"), "global.[storageClass]");
    assert.equal(
      marked("the storage class of a storage", "storage class"),
      "the [storage class] of a [storage]",
    );
  });

  test("words within each other are one mark", () => {
    assert.equal(marked("replicas", "replica rep"), "[replica]s");
  });

  test("letters that change their length in lower case move no mark", () => {
    assert.equal(marked("İabc", "abc"), "İabc");
  });

  test("marks no more than a reader can use", () => {
    const segments = markWords("a.".repeat(1_000), ["a"]);
    assert.equal(segments.filter(({ match }) => match).length, 20);
    assert.equal(segments.map(({ text }) => text).join(""), "a.".repeat(1_000));
  });

  test("loses no text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, find) => {
        const segments = markWords(text, parseWords(find));
        assert.equal(segments.map((segment) => segment.text).join(""), text);
      }),
    );
  });
});
