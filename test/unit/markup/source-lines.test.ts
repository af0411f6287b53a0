import assert from "node:assert/strict";
import { test } from "node:test";
import { highlightLines } from "#lib/markup/highlight.ts";
import { numberLines } from "#lib/markup/source-lines.ts";

const NONE: ReadonlySet<number> = new Set();

test("every line has a number and an address", () => {
  const [piece] = numberLines(highlightLines("a: 1\nb: <2>", "yaml"), NONE);
  assert.equal(
    piece?.replace(/<\/?span[^>]*>/g, ""),
    '<div id="L1"><a href="#L1">1</a><code>a: 1</code></div>' +
      '<div id="L2"><a href="#L2">2</a><code>b: &lt;2&gt;</code></div>',
  );
});

test("the lines somebody was sent to are marked, and no other", () => {
  const [piece] = numberLines(highlightLines('{\n"b": 2\n}', "json"), new Set([1, 3]));
  assert.deepEqual(piece?.match(/<div [^>]*>/g), [
    '<div id="L1" aria-current="true">',
    '<div id="L2">',
    '<div id="L3" aria-current="true">',
  ]);
});

test("a long file comes in pieces, and none of its lines is lost", () => {
  const text = Array.from({ length: 250 }, (_, index) => `key${index}: x`).join("\n");
  const pieces = numberLines(highlightLines(text, "yaml"), NONE);
  assert.deepEqual(
    pieces.map((piece) => piece.split("<div ").length - 1),
    [100, 100, 50],
  );
});

test("a language that is not known is shown as it is", () => {
  assert.deepEqual(highlightLines("a: <1>", "constructor"), ["a: &lt;1&gt;"]);
});
