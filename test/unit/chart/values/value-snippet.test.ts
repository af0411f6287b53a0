import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { formatValue, formatValueSnippet } from "#lib/chart/values/value-snippet.ts";

describe("a key as YAML", () => {
  test("stands below those that hold it, with its comment", () => {
    assert.equal(
      formatValueSnippet(["auth", "enabled"], true, "Ask clients\nfor a `password`"),
      "auth:\n  # Ask clients\n  # for a `password`\n  enabled: true",
    );
  });

  test("keeps names and texts that YAML 1.1 takes for something else", () => {
    const snippet = formatValueSnippet(["on", "a: b", "8080"], { y: "no", "c#": "0x1", d: "1:30" }, "");
    assert.deepEqual(parse(snippet, { version: "1.1", mapAsMap: false }), {
      on: { "a: b": { "8080": { y: "no", "c#": "0x1", d: "1:30" } } },
    });
    assert.match(snippet, /"y": "no"/);
  });

  test("keeps texts of many lines, and breaks a long comment", () => {
    const snippet = formatValueSnippet(["a", "b"], "x\n\n  y\n", "word ".repeat(60));
    assert.deepEqual(parse(snippet), { a: { b: "x\n\n  y\n" } });
    for (const line of snippet.split("\n")) assert.ok(line.length <= 110, line);
  });

  test("is a name even if objects of JavaScript have another idea of it", () => {
    const snippet = formatValueSnippet(["__proto__", "constructor"], { ["__proto__"]: 1 }, "");
    assert.equal(snippet, "__proto__:\n  constructor:\n    __proto__: 1");
  });

  test("of a comment that would end it: each line stays a comment", () => {
    assert.equal(formatValueSnippet(["a"], 1, "x\r\nb: 2\u2028c: 3"), "# x\n# b: 2 c: 3\na: 1");
  });

  test("is not longer than a page can bear", () => {
    const value = "x".repeat(100_000);
    assert.ok(formatValueSnippet(["a"], value, "").length < 200);
    assert.equal(formatValue(value), null);
    assert.equal(formatValue({ a: [1] }), "a:\n  - 1");
  });
});

test("a comment does not end before its line does, for any reader of YAML", () => {
  const text = formatValueSnippet(["a"], 1, "one\u0085evil: 1\u2028evil: 2\u001b[31m");
  assert.equal(text, "# one evil: 1 evil: 2 [31m\na: 1");
});
