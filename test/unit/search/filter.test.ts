import assert from "node:assert/strict";
import { test } from "node:test";
import { allOf, equals, isOneOf } from "#lib/search/filter.ts";

test("a value cannot leave its quotes", () => {
  assert.equal(equals("source", 'a" OR source = "b'), 'source = "a\\" OR source = \\"b"');
  assert.equal(equals("source", "a\\"), 'source = "a\\\\"');
});

test("an empty choice is written as one, and fulfils nothing", () => {
  assert.equal(isOneOf("source", []), "source IN []");
});

test("filters are combined within their own brackets", () => {
  assert.equal(
    allOf([equals("type", "library"), isOneOf("keywords", ["a", "b"])]),
    '(type = "library") AND (keywords IN ["a", "b"])',
  );
  assert.equal(allOf([]), "");
});
