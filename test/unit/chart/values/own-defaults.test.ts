import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Json } from "#lib/chart/values/json.ts";
import { readOwnDefaults } from "#lib/chart/values/own-defaults.ts";

function valuesOf(text: string): Json {
  const { values, problem } = readOwnDefaults(text);
  assert.equal(problem, null);
  return values;
}

// Each as Helm 4.1.4 prints it by `{{ .Values | toJson }}`.
describe("Helm reads", () => {
  const scalars: readonly [yaml: string, value: Json][] = [
    ["y", true],
    ["Yes", true],
    ["on", true],
    ["oN", "oN"],
    ["TRUE", true],
    ["n", false],
    ["Off", false],
    ['"off"', "off"],
    ["0755", 493],
    ["0o17", 15],
    ["0O17", 15],
    ["0x1F", 31],
    ["0x_1F", 31],
    ["-0x1F", -31],
    ["0b11", 3],
    ["-0b11", -3],
    ["089", 89],
    ["0_7", 7],
    ["1_000", 1000],
    ["+12", 12],
    ["-0", 0],
    ["1e3", 1000],
    ["1.", 1],
    [".5_5", 0.55],
    ["+.5", 0.5],
    ["1.10", 1.1],
    ["0x1p4", "0x1p4"],
    ["1e500", "1e500"],
    ["_1", "_1"],
    [".", "."],
    ["1:30", "1:30"],
    ["2001-01-01", "2001-01-01"],
    ["12345678901234567890", 12345678901234567000],
    ["123456789012345678901234", 1.2345678901234569e23],
    ["~", null],
    ["Null", null],
    ["nUll", "nUll"],
    ["", null],
    ['""', ""],
    ["!!str 12", "12"],
    ["!foo 12", "12"],
    ['!!int "12"', 12],
    ["!!bool yes", true],
    ["!!binary aGVsbG8=", "hello"],
    ["!!timestamp 2001-01-01", "2001-01-01"],
    ["?x", "?x"],
    [">-\n  a\n  b", "a b"],
  ];
  for (const [yaml, value] of scalars) {
    test(`${JSON.stringify(yaml)} as ${JSON.stringify(value)}`, () => {
      assert.deepEqual(valuesOf(`a: ${yaml}\n`), { a: value });
    });
  }

  test("keys as texts, whatever they look like", () => {
    assert.deepEqual(valuesOf("{1.5: 2, -3: 4, 0755: 5, .5: 6, 1_000: 7, y: 8, 2001-01-01: 9}"), {
      "1.5": 2,
      "-3": 4,
      "493": 5,
      "0.5": 6,
      "1000": 7,
      true: 8,
      "2001-01-01": 9,
    });
  });

  test("of keys that come twice the last, whole", () => {
    assert.deepEqual(valuesOf("d: {z: 1, y: 1}\nd: {z: 2}\n"), { d: { z: 2 } });
  });

  test("merge keys where they stand, quoted ones as keys", () => {
    const text =
      'x: &x {a: 2, b: null}\nm1:\n  a: 1\n  <<: *x\n  b: 9\nm2:\n  <<: [*x, {d: 1, a: 7}]\n  "<<": q\n';
    assert.deepEqual(valuesOf(text), {
      x: { a: 2, b: null },
      m1: { a: 2, b: 9 },
      m2: { "<<": "q", a: 2, b: null, d: 1 },
    });
  });

  test("an alias as what its anchor last stood for", () => {
    assert.deepEqual(valuesOf("a: &x {k: 1}\nb: *x\nc: &x [1]\nd: *x\n"), {
      a: { k: 1 },
      b: { k: 1 },
      c: [1],
      d: [1],
    });
  });

  test("all documents, each over those before it", () => {
    assert.deepEqual(valuesOf("a: 1\nb: {c: 1}\n---\na: 2\nb: {d: 1}\n--- # more\nz: 1\n"), {
      a: 2,
      b: { c: 1, d: 1 },
      z: 1,
    });
  });

  for (const text of ["", "# words\n", "null\n", "---\n"]) {
    test(`nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(valuesOf(text), {}));
  }

  test("`__proto__` as a key like others", () => {
    const values = valuesOf("__proto__: {a: 1}\nb: {__proto__: 2, constructor: 3}\n---\n__proto__: {c: 1}\n");
    assert.equal(JSON.stringify(values), '{"__proto__":{"a":1,"c":1},"b":{"__proto__":2,"constructor":3}}');
    assert.equal(Object.hasOwn({}, "a"), false);
  });
});

describe("what Helm refuses is a problem, and the rest is there", () => {
  const refused: readonly [text: string, problem: RegExp, values: Json][] = [
    ["b: 1\na: .nan\n", /Helm refuses .*\.nan/, { b: 1, a: null }],
    ["b: 1\n~: 1\n", /a key is no text/, { b: 1 }],
    ["b: 1\n? [a]\n: 1\n", /a key is no text/, { b: 1 }],
    ["b: 1\n<<: 3\n", /`<<`/, { b: 1 }],
    ["b: 1\na: !!int x\n", /marked !!int/, { b: 1, a: null }],
    ["a: &a {b: *a}\n", /alias within/, { a: { b: null } }],
    ["a: *b\n", /no anchor/, { a: null }],
    ["a: {b: 1\n", /line 2/, { a: { b: 1 } }],
    ["- a\n", /no keys/, {}],
    ["words\n", /no keys/, {}],
  ];
  for (const [text, problem, values] of refused) {
    test(JSON.stringify(text), () => {
      const read = readOwnDefaults(text);
      assert.match(read.problem ?? "", problem);
      assert.deepEqual(read.values, values);
    });
  }
});

// Each took seconds, gigabytes or for ever in a reader without the bound it meets.
describe("hostile files end soon", { timeout: 60_000 }, () => {
  const levels = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join("\n");
  const bombs: readonly [what: string, text: string][] = [
    [
      "aliases: 9^30 values",
      `a0: &a0 [x]\n${levels(30, (i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)}`,
    ],
    [
      "merge keys: 9^9 steps to one key",
      `a0: &a0 {x: 1}\n${levels(9, (i) => `a${i + 1}: &a${i + 1} {<<: [${`*a${i},`.repeat(9)}]}`)}`,
    ],
    [
      "a text of 100,000 characters, 1,000 times",
      `a: &a ${"x".repeat(100_000)}\nb: [${"*a,".repeat(1_000)}]`,
    ],
    ["10,000 levels of lists", "a: ".concat("[".repeat(10_000))],
    ["900 levels of mappings", levels(900, (i) => `${" ".repeat(i)}a:`)],
    ["a file over the limit", "a: 1\n".repeat(200_000)],
  ];
  for (const [what, text] of bombs) {
    test(what, () => {
      const start = performance.now();
      const { values, problem } = readOwnDefaults(text);
      assert.notEqual(problem, null);
      assert.ok(JSON.stringify(values).length < 8 * 1024 * 1024);
      assert.ok(performance.now() - start < 15_000);
    });
  }
  const long: readonly [what: string, text: string][] = [
    ["50,000 aliases", `a: &a 1\nb: [${"*a,".repeat(50_000)}]`],
    ["50,000 documents", "---\n".repeat(50_000)],
    ["a number of 500,000 digits", `a: 0b${"1".repeat(500_000)}`],
    ["29,000 keys", levels(29_000, (i) => `k${i}:`)],
  ];
  for (const [what, text] of long) {
    test(what, () => {
      const start = performance.now();
      assert.equal(readOwnDefaults(text).problem, null);
      assert.ok(performance.now() - start < 15_000);
    });
  }
});
