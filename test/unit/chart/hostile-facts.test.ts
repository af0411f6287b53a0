import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import { readChartFacts } from "#lib/chart/chart-facts.ts";
import { parseChartMetadata } from "#lib/chart/parse-metadata.ts";

interface Parts {
  readonly values?: string;
  readonly readme?: string;
  readonly license?: string;
  readonly template?: string;
  readonly crd?: string;
  readonly kubeVersion?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

function chartOf(parts: Parts): ChartContent {
  const text = (path: string, content: string | undefined) => ({ path, text: content ?? "", utf8: true });
  const chartYaml = text("Chart.yaml", "name: demo\nversion: 1.0.0\n");
  const metadata = parseChartMetadata(chartYaml.text);
  const { kubeVersion = null, annotations = {} } = parts;
  return {
    metadata: { ...metadata, kubeVersion, annotations },
    chartYaml,
    readme: text("README.md", parts.readme),
    values: text("values.yaml", parts.values),
    license: text("LICENSE", parts.license),
    templates: [text("templates/a.yaml", parts.template)],
    crds: [text("crds/a.yaml", parts.crd)],
    schema: null,
    lock: null,
    subcharts: [],
    subchartTexts: [],
    files: [],
    unpackedSize: 0,
  };
}

/** Milliseconds of processor time: other processes do not count. */
function costOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/**
 * Each at a quarter of its size and whole. What takes time with the square of its size takes sixteen times as long, and at
 * a megabyte minutes.
 */
describe("a hostile chart costs in proportion to its size", { timeout: 120_000 }, () => {
  const MEGABYTE = 1_000_000;
  const repeated = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length));
  const numbered = (size: number, line: (index: number) => string) => {
    let text = "";
    for (let index = 0; text.length < size; index++) text += line(index);
    return text;
  };
  const attacks: readonly (readonly [what: string, size: number, parts: (size: number) => Parts])[] = [
    ["values in one line", MEGABYTE, (size) => ({ values: `a: ${repeated("image: ", size)}` })],
    ["values in one line that are read", 500_000, (size) => ({ values: `a: ${repeated("b", size)}` })],
    ["100,000 keys", 500_000, (size) => ({ values: numbered(size, (i) => `k${i}:\n`) })],
    ["image lines", 500_000, (size) => ({ values: numbered(size, (i) => `- image: a/b:${i}\n`) })],
    [
      "images in parts",
      400_000,
      (size) => ({ values: numbered(size, (i) => `i${i}: {repository: a/b, tag: ${i}}\n`) }),
    ],
    [
      "an image's name that is almost one",
      500_000,
      (size) => ({ values: `image: ${repeated("a.", size)}/` }),
    ],
    ["10,000 headings", 120_000, (size) => ({ readme: repeated("# a\n\nb\n", size) })],
    ["headings of one name", 120_000, (size) => ({ readme: repeated("# a\n", size) })],
    ["headings all of links", 120_000, (size) => ({ readme: `# ${repeated("[a](b) ", size)}` })],
    ["headings all of brackets", 120_000, (size) => ({ readme: `# ${repeated("[", size)}` })],
    ["headings all of emphasis", 120_000, (size) => ({ readme: `# ${repeated("*a _b", size)}` })],
    ["quotes in quotes", 120_000, (size) => ({ readme: repeated(">", size) })],
    ["lists in lists", 120_000, (size) => ({ readme: repeated("- ", size) })],
    ["links that are defined", 120_000, (size) => ({ readme: numbered(size, (i) => `[${i}]: a\n`) })],
    ["links that never close", 120_000, (size) => ({ readme: `[a]: ${repeated("(", size)}` })],
    ["a table", 120_000, (size) => ({ readme: `|a|\n|-|\n${repeated("b\n", size)}` })],
    [
      "a table of many columns",
      120_000,
      (size) => ({ readme: `${repeated("|a", size / 2)}\n${repeated("|-", size / 2)}\n` }),
    ],
    ["comments that never close", 120_000, (size) => ({ readme: repeated("<!--", size) })],
    ["footnotes", 120_000, (size) => ({ readme: numbered(size, (i) => `[^${i}]: a\n`) })],
    ["letters before no address", MEGABYTE, (size) => ({ readme: repeated("abc", size) })],
    ["a licence of one sentence", MEGABYTE, (size) => ({ license: repeated("apache license ", size) })],
    ["a licence of spaces", MEGABYTE, (size) => ({ license: repeated(" \n", size) })],
    ["a template in one line", MEGABYTE, (size) => ({ template: repeated("image: ", size) })],
    ["a template of image lines", MEGABYTE, (size) => ({ template: repeated("image: {{\n", size) })],
    ["a template of spaces", MEGABYTE, (size) => ({ template: repeated(" ", size) })],
    ["comments of templates that never close", MEGABYTE, (size) => ({ template: repeated("{{/*", size) })],
    ["dashes", MEGABYTE, (size) => ({ template: repeated("- ", size) })],
    ["lines of dashes", MEGABYTE, (size) => ({ crd: repeated(`${repeated("- ", 300)}\n`, size) })],
    ["documents", MEGABYTE, (size) => ({ crd: repeated("kind: A\n---\n", size) })],
    ["deeper and deeper", MEGABYTE, (size) => ({ crd: numbered(size, (i) => `${" ".repeat(i)}a:\n`) })],
    ["JSON in JSON", MEGABYTE, (size) => ({ crd: `{"a":${repeated("[", size)}` })],
    ["a range", MEGABYTE, (size) => ({ kubeVersion: repeated(">=1 ", size) })],
    ["a range as long as is read", 500, (size) => ({ kubeVersion: repeated("= ", size) })],
    [
      "an annotation of brackets",
      100_000,
      (size) => ({ annotations: { "artifacthub.io/links": repeated("[", size) } }),
    ],
    [
      "an annotation of items",
      100_000,
      (size) => ({ annotations: { "artifacthub.io/changes": repeated("- a\n", size) } }),
    ],
    ["a licence annotation", 100_000, (size) => ({ annotations: { licenses: repeated("MIT OR ", size) } })],
    [
      "images that are none",
      100_000,
      (size) => ({ annotations: { images: repeated("- image: a:\n", size) } }),
    ],
  ];
  for (const [what, size, parts] of attacks) {
    test(what, () => {
      const [part, whole] = [chartOf(parts(size / 4)), chartOf(parts(size))];
      readChartFacts(part);
      const quarter = costOf(() => readChartFacts(part));
      const full = costOf(() => readChartFacts(whole));
      assert.ok(full < 10 * quarter + 300, `${quarter} ms for a quarter, ${full} ms for all`);
      assert.ok(full < 5_000, `${full} ms`);
    });
  }

  test("aliases of aliases", () => {
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    const bomb = `a0: &a0 [x]\n${levels.join("\n")}\nimage: *a9\n`;
    const annotations = { "artifacthub.io/changes": bomb, images: bomb };
    let invalid: readonly string[] = [];
    const cost = costOf(() => {
      const { hub } = readChartFacts(chartOf({ values: bomb, annotations }));
      invalid = hub.invalid.map(({ annotation }) => annotation);
    });
    assert.deepEqual(invalid, ["artifacthub.io/changes"]);
    assert.ok(cost < 1_000, `${cost} ms`);
  });
});

test("no text makes it throw, nor gives half a character", () => {
  const word = fc.constantFrom(
    ..."image: |a/b:1|kind: |CustomResourceDefinition|spec:|\n|\n  |- |{{|}}|/*|*/|\"|'|[|]|{|}|&a |*a|: |# |\\|\ud800|😀|>=1.2|x".split(
      "|",
    ),
    "|",
    "\0",
    "---\n",
  );
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(""));
  fc.assert(
    fc.property(text, fc.string({ unit: "binary", maxLength: 50 }), (one, other) => {
      for (const content of [one, other]) {
        const annotations = {
          "artifacthub.io/changes": content,
          "artifacthub.io/images": content,
          images: content,
        };
        const all = { values: content, readme: content, license: content, template: content, crd: content };
        const facts = readChartFacts(chartOf({ ...all, kubeVersion: content, annotations }));
        for (const { text: words, heading } of facts.sections) assert.ok((words + heading).isWellFormed());
        for (const { reference, place } of facts.images) assert.ok((reference + place).isWellFormed());
      }
    }),
    { numRuns: 300 },
  );
});
