import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { highlightTemplate, type TemplatePiece } from "#lib/markup/highlight-template.ts";

const PLAIN = { colour: null, href: null, title: null, missing: false };

/** Pieces for the occurrences of texts, in the order given. */
function piecesOf(text: string, ...wanted: readonly (readonly [string, Partial<TemplatePiece>])[]) {
  let at = 0;
  return wanted.map(([part, more]): TemplatePiece => {
    const start = text.indexOf(part, at);
    at = start + part.length;
    return { ...PLAIN, ...more, start, end: at };
  });
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

describe("a template by lines", () => {
  const text = `# a <comment> {{ .x }} on\r\n  - name: {{ .Values.a }} # b\n{{/* one\ntwo */}}\nkey: "text" # c\nport: 80`;
  const pieces = piecesOf(
    text,
    ["{{ .x }}", { colour: "brace" }],
    [".Values.a", { colour: "variable", href: "/a?b=1&c=2", title: 'string, "x"' }],
    ["{{/* one\ntwo */}}", { colour: "comment" }],
  );
  const lines = highlightTemplate(text, pieces, true);

  test("shows every line as it is, each with balanced tags", () => {
    assert.deepEqual(lines.map(textOf), text.split(/\r?\n/));
    for (const line of lines) {
      assert.equal(line.match(/<span/g)?.length, line.match(/<\/span>/g)?.length, line);
    }
  });

  test("colours YAML around actions, and comments to their line's end", () => {
    assert.equal(
      lines[0],
      '<span class="hljs-comment"># a &lt;comment&gt; </span><span class="tpl-brace">{{ .x }}</span><span class="hljs-comment"> on</span>',
    );
    assert.equal(
      lines[4],
      '<span class="hljs-attr">key</span>: <span class="hljs-string">&quot;text&quot;</span> <span class="hljs-comment"># c</span>',
    );
    assert.equal(lines[5], '<span class="hljs-attr">port</span>: <span class="hljs-number">80</span>');
  });

  test("makes a link of what leads somewhere, and says what it is", () => {
    assert.match(
      lines[1] ?? "",
      /<a href="\/a\?b=1&amp;c=2" class="hljs-variable" title="string, &quot;x&quot;">\.Values\.a<\/a>/,
    );
  });

  test("carries a comment over lines", () => {
    assert.deepEqual(lines.slice(2, 4), [
      '<span class="hljs-comment">{{/* one</span>',
      '<span class="hljs-comment">two */}}</span>',
    ]);
  });

  test("leaves text that is no YAML as it is", () => {
    assert.deepEqual(highlightTemplate("a: 1 # b", [], false), ["a: 1 # b"]);
  });
});

describe("a hostile template", () => {
  test("is escaped, in addresses and titles too", () => {
    const text = "<script>alert(1)</script>";
    const html = highlightTemplate(
      text,
      [{ ...PLAIN, start: 0, end: 8, href: '/"><script>', title: '"><img src=x>', missing: true }],
      true,
    ).join("");
    assert.doesNotMatch(html, /<script|<img/);
    assert.equal(textOf(html), text);
  });

  test("shows what reorders text", () => {
    assert.match(highlightTemplate("a: \u202eb", [], true).join(""), /\[U\+202E\]/);
  });

  test("of many braces is one element, and of many pieces a bounded number", () => {
    const braces = "{{".repeat(100_000);
    const pieces = Array.from({ length: 100_000 }, (_, index) => ({
      ...PLAIN,
      start: 2 * index,
      end: 2 * index + 2,
      colour: "brace" as const,
    }));
    assert.equal(highlightTemplate(braces, pieces, true).join("").match(/<span/g)?.length, 1);
    const strings = pieces.map((piece) => ({ ...piece, colour: "string" as const }));
    const [line = ""] = highlightTemplate(braces, strings, true);
    assert.equal(line.match(/<span/g)?.length, 40_000);
    assert.equal(textOf(line), braces);
  });

  test("takes time by its length: quotes, spaces, dashes and hashes", () => {
    for (const part of ['"', "'", " ", "- ", "#", " #", "1.", "a.", ":", "\\", '"\\']) {
      for (const text of [part.repeat(500_000), `${part.repeat(1_000)}\n`.repeat(500)]) {
        const start = process.cpuUsage();
        assert.equal(textOf(highlightTemplate(text, [], true).join("\n")), text);
        const { user } = process.cpuUsage(start);
        assert.ok(user / 1_000 < 1_500, `${JSON.stringify(part)}: ${user / 1_000} ms`);
      }
    }
  });
});
