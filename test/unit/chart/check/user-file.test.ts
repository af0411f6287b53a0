import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MAX_USER_FILE, readUserFile } from "#lib/chart/check/read-user-file.ts";
import { withinProcessorTime } from "../../../support/processor-time.ts";

const said = (text: string) =>
  readUserFile(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("a values file somebody wrote", () => {
  test("that is not YAML is refused with line, column and what to do", () => {
    assert.match(said("a: 1\n\tb: 2\n")[0] ?? "", /^2:1 .*tab/);
    assert.match(said('a: "b\n')[0] ?? "", /^\d:\d .*not closed/);
    assert.match(said("a: b: c\n")[0] ?? "", /^1:\d .*quotes/);
    assert.match(said("a: [1\nb: 2\n")[0] ?? "", /^2:\d /);
    assert.match(said("a: *b\n")[0] ?? "", /^1:null “\*b” is an alias/);
    assert.match(said("image: {{ .Values.x }}\n").join(), /no templates/);
    assert.equal(readUserFile("a: b: c\n").readable, false);
  });

  test("may be JSON, and may be empty", () => {
    const file = readUserFile('{"a": {"b": [1, {"c": 2}]}, "d": null}');
    assert.deepEqual(
      [file.values, file.count, file.readable],
      [{ a: { b: [1, { c: 2 }] }, d: null }, 3, true],
    );
    assert.deepEqual([readUserFile("").readable, readUserFile("# nothing\n").readable], [true, true]);
  });

  test("holds keys, and nothing else", () => {
    assert.match(said("- a\n")[0] ?? "", /^1:1 Values are keys/);
    assert.match(said("just words")[0] ?? "", /^1:1 Values are keys/);
  });

  test("with a key twice counts the later one, and says both lines", () => {
    const file = readUserFile("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");
    assert.deepEqual(file.values, { b: { c: 2 }, a: 3 });
    assert.deepEqual(
      file.problems.map(({ kind, path, line }) => [kind, path, line]),
      [
        ["duplicate", "b.c", 4],
        ["duplicate", "a", 5],
      ],
    );
    assert.match(file.problems[0]?.message ?? "", /line 3 and in line 4/);
  });

  test("with several documents is read to the end of the first, as helm -f does", () => {
    const file = readUserFile("a: 1\n---\nb: 2\n");
    assert.deepEqual(file.values, { a: 1 });
    assert.match(file.problems[0]?.message ?? "", /second YAML document/);
  });

  test("has anchors and merge keys resolved, with the lines where things are written", () => {
    const file = readUserFile("base: &base\n  a: 1\nuse:\n  <<: *base\n  b: 2\ncopy: *base\n");
    assert.deepEqual(file.values, { base: { a: 1 }, use: { a: 1, b: 2 }, copy: { a: 1 } });
    assert.equal(file.keys.get("use")?.keys?.get("a")?.line, 2);
  });
});

describe("a file made to cost", () => {
  const quickly = (text: string) => withinProcessorTime(4_000, () => readUserFile(text));

  test("is refused if it is too large", () => {
    assert.match(quickly(`a: ${"x".repeat(MAX_USER_FILE)}`).problems[0]?.message ?? "", /larger than 1 MiB/);
  });

  test("by aliases of aliases is read as far as that goes", () => {
    const bomb = Array.from(
      { length: 12 },
      (_, at) => `a${at}: &a${at} [${`*a${at - 1},`.repeat(at === 0 ? 0 : 9)}1]`,
    );
    assert.equal(quickly(`${bomb.join("\n")}\n`).readable, false);
    const merges = Array.from(
      { length: 12 },
      (_, at) => `a${at}: &a${at} {${`<<: *a${at - 1}, `.repeat(at === 0 ? 0 : 9)}k${at}: 1}`,
    );
    assert.equal(quickly(`${merges.join("\n")}\n`).readable, false);
    assert.equal(quickly("a: &a\n  b: *a\n").readable, false);
  });

  test("by depth is refused", () => {
    assert.match(quickly("[".repeat(20_000)).problems[0]?.message ?? "", /./);
    assert.match(quickly("{a: ".repeat(5_000)).problems[0]?.message ?? "", /./);
    assert.equal(quickly(`a: ${"{a: ".repeat(150)}1${"}".repeat(150)}`).readable, false);
  });

  test("by errors says the first few", () => {
    assert.ok(quickly("\ta: ]\n".repeat(5_000)).problems.length <= 21);
  });
});
