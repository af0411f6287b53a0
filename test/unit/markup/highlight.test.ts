import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createHighlighter, highlightYaml } from "#lib/markup/highlight.ts";

/** The text a reader sees. */
function textOf(html: string): string {
  return html
    .replace(/<\/?span[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

const VALUES = `# a comment
image:
  tag: "1.0" # another
text: |
  line one
  <b>line & two</b>
list: [a, 'b']
`;

describe("YAML by lines", () => {
  test("shows every line as it is", () => {
    assert.deepEqual(highlightYaml(VALUES).map(textOf), VALUES.split("\n"));
  });

  test("closes on each line what it opened there", () => {
    for (const line of highlightYaml(VALUES)) {
      assert.equal(line.match(/<span/g)?.length, line.match(/<\/span>/g)?.length, line);
    }
  });

  test("colours keys, comments and strings", () => {
    const [comment, key] = highlightYaml(VALUES);
    assert.equal(comment, '<span class="hljs-comment"># a comment</span>');
    assert.equal(key, '<span class="hljs-attr">image:</span>');
  });

  test("splits at every kind of line end", () => {
    assert.deepEqual(highlightYaml("a: 1\r\nb: 2\rc: 3").map(textOf), ["a: 1", "b: 2", "c: 3"]);
  });

  test("keeps its lines when it is coloured piece by piece or not at all", () => {
    const piecewise = Array.from({ length: 3000 }, (_, index) => `key${index}: "<${index}>"`);
    assert.deepEqual(highlightYaml(piecewise.join("\n")).map(textOf), piecewise);
    const large = Array.from({ length: 30_000 }, (_, index) => `key${index}: "a long enough <${index}>"`);
    const lines = highlightYaml(large.join("\n"));
    assert.deepEqual(lines.map(textOf), large);
    assert.ok(lines.every((line) => !line.includes("<span")));
  });

  test("shows characters that reorder text", () => {
    assert.match(highlightYaml("a: \u202eb").join(""), /\[U\+202E\]/);
  });
});

describe("code", () => {
  test("is plain, and escaped, in a language that is not known or with a line too long", () => {
    assert.equal(createHighlighter()("<a>", "constructor"), "&lt;a&gt;");
    assert.equal(createHighlighter()("a".repeat(5000), "yaml"), "a".repeat(5000));
  });

  test("knows the languages of READMEs by their usual names", () => {
    const names =
      "yaml yml bash sh shell console json go golang dockerfile ini toml xml html sql python py javascript js typescript ts diff";
    for (const name of names.split(" ")) {
      assert.match(
        createHighlighter()('a "b" # 1\n- 2\n$ x\nFROM a\n[a]\n<a b="c">\nselect 1 from x', name),
        /<span class="hljs-/,
        name,
      );
    }
  });
});
