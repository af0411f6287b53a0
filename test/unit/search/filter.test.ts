import assert from "node:assert/strict";
import { test } from "node:test";
import {
  allOf,
  anyOf,
  equals,
  isAbove,
  isAtLeast,
  isBelow,
  isNoneOf,
  isNull,
  isOneOf,
  isPresent,
  not,
  startsWith,
} from "#lib/search/filter.ts";

test("a value cannot leave its quotes", () => {
  assert.equal(equals("source", 'a" OR source = "b'), 'source = "a\\" OR source = \\"b"');
  assert.equal(equals("source", "a\\"), 'source = "a\\\\"');
  assert.equal(startsWith("source", '"'), 'source STARTS WITH "\\""');
  assert.equal(isNoneOf("id", ['"', "\\"]), 'id NOT IN ["\\"", "\\\\"]');
});

test("half a character, which the engine refuses, is not passed on", () => {
  assert.ok(equals("nameParts", "a\ud83d").isWellFormed());
});

test("an empty choice is written as one, and fulfils nothing", () => {
  assert.equal(isOneOf("source", []), "source IN []");
});

test("numbers are compared, and what is there is told from what is not", () => {
  assert.equal(isAtLeast("appNumber", 70_000_000_000), "appNumber >= 70000000000");
  assert.equal(isAbove("kubeBelow", 1), "kubeBelow > 1");
  assert.equal(isBelow("kubeFrom", 1e15), "kubeFrom < 1000000000000000");
  assert.equal(isNull("kubeFrom"), "kubeFrom IS NULL");
  assert.equal(isPresent("license"), "license EXISTS AND license IS NOT NULL AND license IS NOT EMPTY");
});

test("filters are combined within their own brackets", () => {
  const [library, tagged] = [equals("type", "library"), isOneOf("keywords", ["a", "b"])];
  assert.equal(allOf([library, tagged]), '(type = "library") AND (keywords IN ["a", "b"])');
  assert.equal(anyOf([library, not(tagged)]), '(type = "library") OR (NOT (keywords IN ["a", "b"]))');
  assert.equal(allOf([]), "");
});
