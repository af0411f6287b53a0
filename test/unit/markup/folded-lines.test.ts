import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Block, findBlocks } from "#lib/markup/fold-blocks.ts";
import { renderFoldedLines } from "#lib/markup/folded-lines.ts";

/** Blocks of two lines and more, as `first-last(inner)`. */
function outline(blocks: readonly Block[]): string {
  return blocks
    .filter(({ line, end }) => end > line)
    .map(({ line, end, blocks }) => `${line}-${end}${outline(blocks) === "" ? "" : `(${outline(blocks)})`}`)
    .join(" ");
}

describe("blocks of a file", () => {
  test("hold what is indented, lists at their level, and no comment of the next", () => {
    const text = "a:\n  b:\n    c: 1\n\n  # of d\n  d: 2\n# of e\ne:\n- x: 1\n  y: 2\n- z\nf: 3";
    assert.equal(outline(findBlocks(text.split("\n"))), "1-6(2-3) 8-11(9-10)");
  });

  test("are those of JSON too", () => {
    assert.equal(outline(findBlocks(JSON.stringify({ a: { b: 1 } }, null, 2).split("\n"))), "1-4(2-3)");
  });

  test("end at some depth, however deep a file goes", () => {
    const lines = Array.from({ length: 20_000 }, (_, depth) => `${" ".repeat(Math.min(depth, 500))}a:`);
    assert.equal(outline(findBlocks(lines)), "1-20000(2-20000(3-20000(4-20000(5-20000))))");
  });
});

describe("a file whose blocks fold", () => {
  const linesOf = (html: string) => [...html.matchAll(/<div id="L(\d+)"/g)].map(([, line]) => Number(line));

  test("has every line once, in order, whatever folds", () => {
    const text = Array.from(
      { length: 1_000 },
      (_, index) => `${" ".repeat((index * 7) % 12)}k${index}: 1`,
    ).join("\n");
    const html = renderFoldedLines(text, new Map());
    assert.deepEqual(
      linesOf(html),
      Array.from({ length: 1_000 }, (_, index) => index + 1),
    );
    assert.equal(html.split("<details").length, html.split("</details>").length);
    assert.equal(html.split("<div").length, html.split("</div>").length);
  });

  test("lays out long blocks in pieces of their own", () => {
    const text = `a:\n${Array.from({ length: 450 }, (_, index) => `  k${index}: 1`).join("\n")}\nb: 1`;
    const html = renderFoldedLines(text, new Map());
    assert.match(html, /^<div class="block"><div id="L1">/);
    assert.equal(html.match(/<div data-rows="50">/g)?.length, 9);
  });

  test("has no link within what folds", () => {
    const html = renderFoldedLines("a:\n  b: 1\n  c: 2\nd: 1", new Map());
    assert.match(html, /<a href="#L1">.*<summary aria-label="Lines 2 to 3"><\/summary><div id="L2">/);
  });

  test("has its anchors, the line asked for, and nothing that runs", () => {
    const html = renderFoldedLines(
      "a: 1\nb: </code><script>alert(1)</script>",
      new Map([[2, 'key-"><b>']]),
      2,
    );
    assert.match(html, /<div id="L2" aria-current="true">/);
    assert.match(html, /<code id="key-&quot;&gt;&lt;b&gt;">/);
    assert.doesNotMatch(html, /<script|<b>/);
  });
});
