import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LinkResolver } from "#lib/markup/reference-tags.ts";
import { renderMarkdown } from "#lib/markup/render-markdown.ts";

const FILES: LinkResolver = {
  link: (path) => (path.startsWith("docs/") ? `/chart/${path}` : null),
  image: (path) => (path.startsWith("img/") ? `/chart/${path}` : null),
};

function render(source: string): string {
  return renderMarkdown(source, FILES).html.trim();
}

describe("GitHub's Markdown", () => {
  test("tables are aligned without styles", () => {
    const html = render("| a | b |\n|:-:|---|\n| 1 | 2 |");
    assert.match(html, /<th align="center">a<\/th>\n<th>b<\/th>/);
    assert.match(html, /<td align="center">1<\/td>/);
  });

  test("strikethrough, task lists and bare addresses", () => {
    assert.equal(render("~~x~~"), "<p><s>x</s></p>");
    assert.match(render("- [ ] a\n- [x] b"), /<li class="md-task">☐ a<\/li>\n<li class="md-task">☑ b<\/li>/);
    assert.match(render("see https://a.example/x"), /<a href="https:\/\/a\.example\/x" rel="[^"]*">https:/);
  });

  test("a file name is not taken for a host", () => {
    assert.equal(render("README.md and run.sh"), "<p>README.md and run.sh</p>");
  });

  test("alerts become boxes, other quotes stay quotes", () => {
    const note = render("> [!NOTE]\n> Read **this**.");
    assert.match(note, /^<div class="md-alert md-alert-note">/);
    assert.match(note, /<span class="md-alert-title">Note<\/span>\s*Read <strong>this<\/strong>/);
    assert.match(render("> [!NOTE] inline"), /^<blockquote>/);
    assert.match(
      render("> [!NOTE]\n> > inner\n\n> outer"),
      /<blockquote>\n<p>inner.*<blockquote>\n<p>outer/s,
    );
  });

  test("emoji have GitHub's names, in text and in no code, time or address", () => {
    const text =
      "## :rocket: Fast\n\n:+1: :no_such_emoji: :constructor: 10:100:00 `:rocket:` http://a.dev/:rocket:/";
    const { html, headings } = renderMarkdown(text, FILES);
    assert.match(html, /👍 :no_such_emoji: :constructor: 10:100:00 <code>:rocket:<\/code>/);
    assert.match(html, /href="http:\/\/a\.dev\/:rocket:\/".*>http:\/\/a\.dev\/:rocket:\/</);
    assert.deepEqual(headings, [{ level: 2, text: "🚀 Fast", id: "readme-rocket-fast" }]);
  });

  test("footnotes link to and fro within the page's prefix", () => {
    const html = render("a[^1]\n\n[^1]: note");
    assert.match(html, /<a href="#readme-fn1" id="readme-fnref1">/);
    assert.match(html, /<li class="footnote-item" id="readme-fn1"><p>note/);
  });

  test("front matter is not shown, a rule at the top is", () => {
    assert.equal(render("---\ntitle: x\ntags: [a]\n---\n\ntext"), "<p>text</p>");
    assert.equal(
      render("---\n\nSome words: yes.\n\nMore words\n\n---"),
      "<hr />\n<p>Some words: yes.</p>\n<p>More words</p>\n<hr />",
    );
  });

  test("code is coloured in languages that are known", () => {
    assert.match(render("```yaml\na: 1\n```"), /<pre><code><span class="hljs-attr">a:<\/span>/);
    assert.equal(render("```mermaid\na --> b\n```"), "<pre><code>a --&gt; b\n</code></pre>");
  });
});

describe("headings", () => {
  test("have GitHub's slugs, each once", () => {
    const { headings } = renderMarkdown("# Hello `World` & Co\n## Größe\n## Größe\n## Größe-1", FILES);
    assert.deepEqual(
      headings.map(({ level, id }) => [level, id]),
      [
        [1, "readme-hello-world--co"],
        [2, "readme-größe"],
        [2, "readme-größe-1"],
        [2, "readme-größe-1-1"],
      ],
    );
  });

  test("stand below the page's own, without gaps", () => {
    assert.deepEqual(render("# a\n#### b\n## c\n# d").match(/<h\d/g), ["<h2", "<h3", "<h3", "<h2"]);
    assert.deepEqual(render("### a\n\n<h1>b</h1>").match(/<h\d/g), ["<h2", "<h2"]);
  });

  test("links within the text find them in any letter case", () => {
    assert.match(render("[x](#Values)\n# Values"), /href="#readme-values".*id="readme-values"/s);
  });
});

describe("links and pictures", () => {
  test("relative links lead to the file of the chart, or say that it is not there", () => {
    assert.match(render("[a](docs/a.md)"), /<a href="\/chart\/docs\/a\.md">a<\/a>/);
    assert.equal(
      render("[a](../b.md)"),
      '<p><span class="md-missing" title="../b.md is not in this chart">a</span></p>',
    );
  });

  test("links to other hosts vouch for nothing", () => {
    assert.match(render("[a](https://b.example)"), /rel="noopener noreferrer nofollow ugc"/);
    assert.match(render("[a](//b.example/c)"), /<a href="https:\/\/b\.example\/c"/);
  });

  test("a picture of the chart is shown, with its file name where it has no words", () => {
    assert.match(render("![](img/a.png)"), /<img src="\/chart\/img\/a\.png" alt="a\.png" loading="lazy" \/>/);
  });

  test("a picture elsewhere is a mark that leads there, and no request", () => {
    const mark = render("![build](https://ci.example/b.svg)");
    assert.match(mark, /<a class="md-image" [^>]*href="https:\/\/ci\.example\/b\.svg"[^>]*>build<\/a>/);
    assert.match(render("![](https://ci.example/b.svg)"), />ci\.example<\/a>/);
    assert.doesNotMatch(mark, /src=/);
  });

  test("within a link it is words only: a link cannot hold another", () => {
    assert.match(
      render("[![build](https://ci.example/b.svg)](https://a.example)"),
      /<a href="https:\/\/a\.example\/"[^>]*><span class="md-image"[^>]*>build<\/span><\/a>/,
    );
  });

  test("a picture elsewhere is shown where the resolver has a way for it, in the size it was given", () => {
    const remoteImage = ({ host, href }: URL) => (host === "ci.example" ? `/by-us?${href}` : null);
    const shown = (source: string) => renderMarkdown(source, { ...FILES, remoteImage }).html.trim();
    assert.equal(
      shown(
        '<img src="//ci.example/b.svg" alt="build" width="90" height="20" srcset="https://x.example/a 2x">',
      ),
      '<img width="90" height="20" src="/by-us?https://ci.example/b.svg" alt="build" loading="lazy" />',
    );
    assert.match(
      shown("[![](https://ci.example/b.svg)](https://a.example)"),
      /<a href="https:\/\/a\.example\/"[^>]*><img src="[^"]+" alt="ci\.example" loading="lazy" \/><\/a>/,
    );
    assert.match(shown("![x](https://other.example/b.svg)"), /class="md-image"/);
    const picture =
      '<picture><source srcset="https://ci.example/dark.png"><img src="https://ci.example/b.svg"></picture>';
    assert.doesNotMatch(shown(picture), /dark|srcset|<picture|<source/);
  });

  test("a picture that is not in the chart says so", () => {
    assert.match(
      render("![x](logo.png)"),
      /<span class="md-image" title="logo\.png is not in this chart">x</,
    );
  });
});

describe("raw HTML", () => {
  test("what can be read stays", () => {
    assert.equal(
      render("<details open><summary>More</summary>\n\n*text* <kbd>K</kbd>\n\n</details>"),
      "<details open><summary>More</summary>\n<p><em>text</em> <kbd>K</kbd></p>\n</details>",
    );
    assert.match(render('<p align="center">x</p>'), /<p align="center">x<\/p>/);
    assert.match(render("<center>x</center>"), /<div align="center">x<\/div>/);
  });

  test("a placeholder reads as written", () => {
    assert.equal(
      render("helm install <release-name> <option>"),
      "<p>helm install &lt;release-name&gt; &lt;option&gt;</p>",
    );
  });

  test("a script that ends is left out, one that does not hides nothing", () => {
    assert.equal(render("<script>\nalert(1)\n</script>\n\nafter"), "<p>after</p>");
    assert.match(render("<div><textarea>\n\nafter\n\n</div>"), /<p>after<\/p>/);
  });

  test("characters that reorder text are shown", () => {
    assert.equal(render("a\u202eb &#x2066;c"), "<p>a[U+202E]b [U+2066]c</p>");
  });
});

test("a text over the limit is cut at a line and says so", () => {
  const line = `${"word ".repeat(200)}\n\n`;
  const { html, cut } = renderMarkdown(line.repeat(2000), FILES);
  assert.equal(cut, true);
  assert.ok(html.length <= 1.1 * 1024 * 1024);
  assert.equal(renderMarkdown("short", FILES).cut, false);
});
