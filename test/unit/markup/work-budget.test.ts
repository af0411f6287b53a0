import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { highlightYaml } from "#lib/markup/highlight.ts";
import { renderMarkdown } from "#lib/markup/render-markdown.ts";

const SIZE = 1024 * 1024;
/** A second, and half of one for the collector's threads. */
const LIMIT_MS = 1500;
const NOWHERE = { link: () => null, image: () => null };

/** `piece` over and over. */
function flood(piece: string, size = SIZE): string {
  return piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
}

function numbered(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

/** Of this process, ms: what others do on the machine meanwhile is not the renderer's fault. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const FLOODS: Record<string, string> = {
  "nested quotes": flood(">"),
  "nested quotes on every line": flood(`${"> ".repeat(100)}a\n`),
  "opening brackets": flood("["),
  "brackets opened and closed": flood("[", SIZE / 2) + flood("]", SIZE / 2),
  "nested links": flood("[", SIZE / 2) + flood("](a)", SIZE / 2),
  "links without an end": flood("[a]("),
  "pictures without an end": flood("!["),
  pictures: flood("![a](b)"),
  "link definitions": numbered(40_000, (index) => `[a${index}]: b`),
  "link definitions and uses": `${numbered(20_000, (index) => `[a${index}]: b`)}\n\n${numbered(20_000, (index) => `[a${index}]`)}`,
  "parentheses in a target": `[a](${flood("(")}`,
  emphasis: flood("*a_ "),
  "emphasis of every length": flood("a**b*c* "),
  strikethrough: flood("~~a"),
  "backticks of every length": numbered(1400, (index) => "`".repeat(index)),
  "deep lists": flood(`${"- ".repeat(40)}a\n`),
  "ever deeper lists": numbered(1400, (index) => `${" ".repeat(index)}- a`),
  "loose lists": flood("- a\n\n"),
  "wide table": `${flood("|a", SIZE / 8)}\n${flood("|-", SIZE / 8)}\n${flood("|b\n", SIZE / 2)}`,
  "long table": `|a|\n|-|\n${flood("a\n")}`,
  "long table of rows that are heads": flood("|a|b|\n|-|-|\n"),
  "long wide table": `${flood("|a", 400)}|\n${flood("|-", 400)}|\n${flood(`${flood("|a", 400)}|\n`)}`,
  "long table in a quote": `> |a|\n> |-|\n${flood("> a\n")}`,
  "small tables": flood("a | b\n- | -\n\n"),
  headings: flood("# a\n"),
  "deep elements": flood("<div>"),
  "deep unknown elements": flood("<x>"),
  "deep inline elements": `a ${flood("<b>")}`,
  "elements within dropped elements": flood("<x>", SIZE / 2) + flood("<b></b>", SIZE / 2),
  attributes: `<p ${numbered(60_000, (index) => `a${index}=1`)}>`,
  "unfinished tag": `<a ${flood("b='c' ")}`,
  comments: flood("<!-- "),
  entities: flood("&amp;&#x202e;"),
  "unfinished entities": flood("&"),
  addresses: flood("https://a.example "),
  "addresses with parentheses": `https://a.example/${flood("(")}`,
  "mail addresses": flood("a@b.example "),
  "unfinished mail address": `a@${flood("a-")}`,
  "one long line": flood("word "),
  "one long word": flood("a"),
  spaces: `a${flood(" ")}b`,
  "line ends": flood("\n"),
  footnotes: numbered(15_000, (index) => `[^${index}]\n\n[^${index}]: b\n`),
  "footnotes within footnotes": numbered(8_000, (index) => `[^${index}]\n\n[^${index}]: [^${index + 1}]\n`),
  "uses of one footnote": `[^a]: b\n\n${flood("[^a]")}`,
  "inline footnotes": flood("^[", SIZE / 2) + flood("]", SIZE / 2),
  "small code blocks": flood("```yaml\na: 1\n```\n"),
  "code the grammar is quadratic in": flood(`\`\`\`sh\n${flood("${", 8000)}\n\`\`\`\n`),
  alerts: flood("> [!NOTE]\n> a\n\n"),
  "front matter without an end": `---\n${flood("a: b\n")}`,
};

describe("a megabyte of it is rendered within a second", () => {
  for (const [name, source] of Object.entries(FLOODS)) {
    test(name, () => {
      const time = processorTime(() => {
        assert.ok(renderMarkdown(source, NOWHERE).html.length < 16 * SIZE);
      });
      assert.ok(time < LIMIT_MS, `took ${Math.round(time)} ms`);
    });
  }
});

describe("half a megabyte of YAML is coloured within a second", () => {
  const lines = ["{{}}", "a b ", "{%", "[a,", "'", '"', "- ", "a: |\n", "? ", "&a *a "];
  for (const piece of lines) {
    test(JSON.stringify(piece), () => {
      const source = flood(`${flood(piece, 79)}\n`, SIZE / 2);
      const time = processorTime(() => highlightYaml(source));
      assert.ok(time < LIMIT_MS, `took ${Math.round(time)} ms`);
    });
  }
});

test("a table of all values of a large chart is shown whole", () => {
  const rows = numbered(2_000, (index) => `| key${index} | string | \`""\` | words |`);
  const { html, cut } = renderMarkdown(`| a | b | c | d |\n|---|---|---|---|\n${rows}\n\nend`, NOWHERE);
  assert.equal(html.split("<tr>").length - 1, 2_001);
  assert.equal(cut, false);
});

test("a text with more blocks than are read says that it is cut", () => {
  assert.equal(renderMarkdown(flood("- a\n\n"), NOWHERE).cut, true);
});

test("what is nested too deeply is left out alone, and the text says that it is cut", () => {
  for (const mark of [">", "- "]) {
    const shown = renderMarkdown(`${mark.repeat(40)}deep\n\nend`, NOWHERE);
    assert.match(shown.html, /deep/);
    assert.equal(shown.cut, false);
    for (let depth = 90; depth < 130; depth += 1) {
      const { html, cut } = renderMarkdown(`${mark.repeat(depth)}deep\n\nend`, NOWHERE);
      assert.equal(cut, !html.includes("deep"), `${depth} times ${mark}`);
      assert.match(html, /<p>end<\/p>/);
    }
  }
});

test("a text with more marks than are looked at shows the rest as written", () => {
  const { html } = renderMarkdown(`${flood("*a* ", SIZE / 2)} *the end*`, NOWHERE);
  assert.match(html, /<em>a<\/em>/);
  assert.match(html, /\*the end\*<\/p>/);
});

test("more tags than are taken for markup are shown as text", () => {
  const { html } = renderMarkdown(`${flood("<b>x</b> ", 100_000)}<i>end</i>`, NOWHERE);
  assert.match(html, /<b>x<\/b>/);
  assert.match(html, /&lt;i&gt;end&lt;\/i&gt;/);
});
