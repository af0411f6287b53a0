import assert from "node:assert/strict";
import { test } from "node:test";
import { highlightYaml } from "#lib/markup/highlight.ts";
import { numberLines } from "#lib/markup/source-lines.ts";

test("every line has a number, an address and, where asked for, the id of its key", () => {
  const [piece] = numberLines(highlightYaml("a: 1\nb: <2>"), new Map([[2, 'key-b"x']]), new Set());
  assert.equal(
    piece?.replace(/<\/?span[^>]*>/g, ""),
    '<div id="L1"><a href="#L1">1</a><code>a: 1</code></div>' +
      '<div id="L2"><a href="#L2">2</a><code id="key-b&quot;x">b: &lt;2&gt;</code></div>',
  );
});

test("the line somebody was sent to is marked, and no other", () => {
  const [piece] = numberLines(highlightYaml("a: 1\nb: 2\nc: 3"), new Map(), new Set([2]));
  assert.deepEqual(piece?.match(/<div [^>]*>/g), [
    '<div id="L1">',
    '<div id="L2" aria-current="true">',
    '<div id="L3">',
  ]);
});

test("a long file comes in pieces, and none of its lines is lost", () => {
  const text = Array.from({ length: 250 }, (_, index) => `key${index}: x`).join("\n");
  const pieces = numberLines(highlightYaml(text), new Map(), new Set());
  assert.deepEqual(
    pieces.map((piece) => piece.split("<div ").length - 1),
    [100, 100, 50],
  );
});
