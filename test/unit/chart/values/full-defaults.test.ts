import assert from "node:assert/strict";
import { test } from "node:test";
import { fullDefault, readFullDefaults } from "#lib/chart/values/full-defaults.ts";
import { valueAt } from "#lib/chart/values/json.ts";
import { readKeyNames } from "#lib/chart/values/key-path.ts";
import { readOwnDefaults } from "#lib/chart/values/own-defaults.ts";
import { readValues } from "#lib/chart/values/read-values.ts";

const TEXT = `
short: [a]
list:
  - name: one
    image: registry.example.com/one:1.0.0
  - name: two
text: |
  first
  second
line: ${"long ".repeat(60)}
cut: ${"cut ".repeat(18)}
number: 1.10
"a.b":
  __proto__: x
# -- says
# @default -- see below
words:
  - x
`;

test("a default is written out where its line is not all of it", () => {
  const full = readFullDefaults(readValues(TEXT).keys, readOwnDefaults(TEXT).values);
  assert.deepEqual([...full.keys()], ["list", "text", "line", "cut", "words"]);
  assert.equal(full.get("list"), "- name: one\n  image: registry.example.com/one:1.0.0\n- name: two");
  assert.equal(full.get("text"), "first\nsecond\n");
  assert.equal(full.get("line")?.length, 299);
  assert.equal(full.get("words"), "- x");
});

test("a value is found by the names that lead to it, and only there", () => {
  const { values } = readOwnDefaults(TEXT);
  assert.equal(valueAt(values, readKeyNames(String.raw`a\.b.__proto__`)), "x");
  assert.equal(valueAt(values, readKeyNames("constructor")), undefined);
  assert.equal(valueAt(values, readKeyNames("short.0")), undefined);
});

test("a page bears only so much of them", () => {
  const keys = Array.from({ length: 40 }, (_, index) => ({
    path: `k${index}`,
    type: "string" as const,
    default: `"${"x".repeat(198)}…`,
    description: "",
    section: null,
    line: index + 1,
  }));
  const values = Object.fromEntries(keys.map((key) => [key.path, "x".repeat(10_000)]));
  assert.equal(readFullDefaults(keys, values).size, 26);
  assert.equal(fullDefault({ default: '""' }, ""), null);
});
