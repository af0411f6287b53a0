import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readValues } from "#lib/chart/values/read-values.ts";

// Each took seconds, or for ever, in a reader without the bound it meets.
describe("hostile files end soon", { timeout: 60_000 }, () => {
  const levels = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join("\n");
  /** Those of which every key is listed all the same. */
  const WHOLE = new Set([
    "aliases in lists, which are shown as a default",
    "50,000 aliases",
    "sections by the thousand for keys by the thousand",
    "keys in one line, far in",
    "50,000 keys named in one comment",
    "a comment of half a megabyte over many keys",
  ]);
  const bombs: readonly [what: string, text: string][] = [
    [
      "aliases: 9^9 keys in 500 bytes",
      `a0: &a0 {x: 1}\n${levels(9, (i) => `a${i + 1}: &a${i + 1} {${"bcdefghij".replace(/./g, (name) => `${name}: *a${i},`)}}`)}`,
    ],
    [
      "aliases in lists, which are shown as a default",
      `a0: &a0 [x]\n${levels(30, (i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)}`,
    ],
    [
      "merge keys: 9^9 steps to one key",
      `a0: &a0 {x: 1}\n${levels(9, (i) => `a${i + 1}: &a${i + 1} {<<: [${`*a${i},`.repeat(9)}]}`)}`,
    ],
    ["an alias within what it stands for", "a: &a\n  b: *a\n  c: [*a]\n  <<: *a\n"],
    ["10,000 levels of lists", "a: ".concat("[".repeat(10_000))],
    ["10,000 levels of lists in lines", `a: ${"- ".repeat(10_000)}`],
    ["900 levels of mappings", levels(900, (i) => `${" ".repeat(i)}a:`)],
    ["50,000 aliases", `a: &a 1\nb: [${"*a,".repeat(50_000)}]`],
    ["60,000 keys", levels(60_000, (i) => `k${i}:`)],
    [
      "sections by the thousand for keys by the thousand",
      `${"# @section a\n".repeat(20_000)}${levels(9_000, (i) => `k${i}: 1`)}`,
    ],
    [
      "keys in one line, far in",
      `a:\n${" ".repeat(400_000)}{${levels(9_000, (i) => `k${i}: 1,`).replaceAll("\n", "")}}`,
    ],
    [
      "a long comment that aliases bring to 4,000 keys",
      `a: &a\n  x: 1 # ${"words ".repeat(60_000)}\n${levels(4_000, (i) => `k${i}: *a`)}`,
    ],
    [
      "a long name that aliases bring to 4,000 keys",
      `a: &a\n  ${"x".repeat(400_000)}: 1\n${levels(4_000, (i) => `k${i}: *a`)}`,
    ],
    ["50,000 keys that are documented and not there", `a: 1\n${levels(50_000, (i) => `#@extra ${i}`)}`],
    ["50,000 keys named in one comment", `${"# a -- b\n".repeat(50_000)}a: 1`],
    [
      "a comment of half a megabyte over many keys",
      `${`# ${"x".repeat(9)}\n`.repeat(30_000)}${levels(9_000, (i) => `k${i}: 1`)}`,
    ],
    ["a file over the limit", "a: 1\n".repeat(200_000)],
  ];
  for (const [what, text] of bombs) {
    test(what, () => {
      const start = performance.now();
      const { keys, problem } = readValues(text);
      assert.equal(problem === null, WHOLE.has(what), "what is missing is said");
      assert.ok(keys.length <= 10_000);
      assert.ok(keys.every((key) => (key.default ?? "").length <= 200 && key.path.length <= 2_000));
      // Generous, for tests run beside others; without the bounds it is minutes.
      assert.ok(performance.now() - start < 20_000);
    });
  }

  test("half a character in a name becomes a whole one, for there is no address of it", () => {
    assert.equal(readValues('"a\\ud800": 1').keys[0]?.path, "a\ufffd");
  });

  test("and list what stands before", () => {
    for (const bomb of ["a: &a {<<: *a}", "a: &a {b: *a}"]) {
      assert.equal(readValues(`first: 1\n${bomb}\n`).keys[0]?.path, "first");
    }
    assert.equal(readValues("a: &a [*a, [*a]]\n").keys[0]?.default?.length, 200);
  });

  test("a file has 1,000 sections at most", () => {
    const { keys } = readValues(levels(2_000, (i) => `# @section s${i}\nk${i}: 1`));
    assert.equal(new Set(keys.map(({ section }) => section)).size, 1_000);
  });
});
