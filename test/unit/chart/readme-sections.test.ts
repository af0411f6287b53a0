import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readReadmeSections } from "#lib/chart/readme-sections.ts";
import { renderMarkdown } from "#lib/markup/render-markdown.ts";

function sectionsOf(text: string, path = "README.md") {
  return readReadmeSections({ path, text, utf8: true });
}

function rowsOf(text: string): readonly (readonly [string, string, string])[] {
  return sectionsOf(text).map(({ heading, anchor, text: words }) => [heading, anchor, words]);
}

describe("sections", () => {
  test("begin at each heading, whichever way it is written", () => {
    const text =
      "Before.\n\n# Redis *fast*\n\nOne.\n\nInstall\n-------\nTwo `x`.\n### `a.b` [link](https://a.b/c)\n";
    assert.deepEqual(rowsOf(text), [
      ["", "", "Before."],
      ["Redis fast", "redis-fast", "One."],
      ["Install", "install", "Two x."],
      ["a.b link", "ab-link", ""],
    ]);
  });

  test("do not begin within code, comments or front matter", () => {
    const text = "---\ntitle: x\n---\n# A\n```sh\n# install\n```\n<!--\n# hidden\n-->\n    # indented\n";
    assert.deepEqual(
      sectionsOf(text).map(({ heading }) => heading),
      ["A"],
    );
  });

  test("do not begin in footnotes, which the page has at its end", () => {
    assert.deepEqual(
      sectionsOf("# A[^1]\n\n[^1]: # A\n\n# A\n").map(({ anchor }) => anchor),
      ["a", "a-1"],
    );
  });

  test("of one name have different anchors", () => {
    assert.deepEqual(
      sectionsOf("# A\n# A\n# A 1\n# A\n").map(({ anchor }) => anchor),
      ["a", "a-1", "a-1-1", "a-2"],
    );
  });

  test("have no anchor where the page has none", () => {
    assert.deepEqual(sectionsOf(`# ${"a".repeat(201)}\n`)[0]?.anchor, "");
  });

  test("have 40,000 characters in all", () => {
    const text = `# A\n${"word ".repeat(5_000)}\n# B\n${"word ".repeat(5_000)}\n# C\n${"😀".repeat(100)}\n`;
    const sections = sectionsOf(text);
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      ["A", "B"],
    );
    assert.ok(sections.every(({ text: words }) => words.isWellFormed()));
    const total = sections.reduce((sum, section) => sum + section.text.length, 0);
    assert.ok(total > 39_000 && total <= 40_000, String(total));
  });

  test("are one where the file is no Markdown", () => {
    const rows = sectionsOf("Redis\n=====\nWords.\n", "README.rst");
    assert.deepEqual(
      rows.map(({ heading, anchor }) => [heading, anchor]),
      [["", ""]],
    );
    assert.match(rows[0]?.text ?? "", /Redis.*Words/);
  });

  test("are none without a README, or with an empty one", () => {
    assert.deepEqual(readReadmeSections(null), []);
    assert.deepEqual(sectionsOf(" \n"), []);
  });
});

test("anchors are those of the page, whatever the text", () => {
  const piece = fc.constantFrom(
    ..."# |## |A|b|ä|&amp;|\\#|*x*|`c`|[l](u)|![i](p)|<b>|</b>|<div>|</div>|\n|\n\n|\r\n|---|===|> |- |1. |    |```|~~~|:|😀|-|_| |<!--|-->|[^1]: ".split(
      "|",
    ),
    "|",
    "|-|-|\n",
    "\n|a|b|\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      const page = renderMarkdown(text, { link: () => null, image: () => null }).headings;
      const own = sectionsOf(text).flatMap(({ heading, anchor }) =>
        heading === "" ? [] : `readme-${anchor}`,
      );
      const shown = page.flatMap(({ text: words, id }) => (words.trim() === "" ? [] : id));
      // Headings of footnotes come last, and are no sections.
      assert.deepEqual(own, text.includes("[^1]") ? shown.slice(0, own.length) : shown);
    }),
    { numRuns: 1_000 },
  );
});
