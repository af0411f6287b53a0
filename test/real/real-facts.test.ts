import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import { readChartFacts } from "#lib/chart/chart-facts.ts";
import { readHubAnnotations } from "#lib/chart/hub-annotations.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { renderMarkdown } from "#lib/markup/render-markdown.ts";
import { readRealArchives } from "./support/real-archives.ts";

const HUB = "artifacthub.io/";

describe("the facts of real charts", { timeout: 900_000 }, () => {
  test("are read from every one", async (t) => {
    const found = { charts: 0, images: 0, crds: 0, kinds: 0, license: 0, kube: 0, sections: 0, annotated: 0 };
    const costs: number[] = [];
    for await (const { file, content } of realCharts()) {
      const start = process.cpuUsage();
      const facts = readChartFacts(content);
      const { user, system } = process.cpuUsage(start);
      costs.push((user + system) / 1_000);
      found.charts += 1;
      found.images += Number(facts.images.length > 0);
      found.crds += Number(facts.crds.length > 0);
      found.kinds += Number(facts.kinds.length > 0);
      found.license += Number(facts.license !== null);
      found.kube += Number(facts.kube !== null);
      found.sections += Number(facts.sections.length > 0);
      assert.deepEqual(crdsWritten(content), crdsFound(facts.crds, "crds/"), file);
      found.annotated += eachAnnotationAlone(content.metadata.annotations, file);
    }
    costs.sort((a, b) => a - b);
    const at = (share: number) => `${costs[Math.floor((costs.length - 1) * share)]?.toFixed(1)} ms`;
    t.diagnostic(`${JSON.stringify(found)}, p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`);
    assert.ok(found.charts > 0);
  });

  test("have the anchors their headings have on the page", async () => {
    for await (const { file, content } of realCharts()) {
      const { readme } = content;
      if (readme === null || /\.(?:txt|rst|adoc|org)$/i.test(readme.path)) continue;
      const { sections } = readChartFacts(content);
      const ids = sections.flatMap(({ anchor }) => (anchor === "" ? [] : `readme-${anchor}`));
      const page = renderMarkdown(readme.text, { link: () => null, image: () => null });
      const known = new Set(page.headings.map(({ id }) => id));
      assert.deepEqual(
        ids.filter((id) => !known.has(id)),
        [],
        file,
      );
      assert.deepEqual(
        ids.filter((id) => !page.html.includes(`id="${id}"`)),
        [],
        file,
      );
    }
  });
});

async function* realCharts(): AsyncGenerator<{ readonly file: string; readonly content: ChartContent }> {
  for (const { file } of await readRealArchives())
    yield { file, content: await readChart([await readFile(file)]) };
}

/** Kinds of the definitions in `crds/` by another way of looking: `names:` and the `kind:` among what is further in. */
function crdsWritten({ crds }: ChartContent): readonly string[] {
  const names = crds.flatMap(({ text }) => [...text.matchAll(/^ {2,4}names:\r?\n((?: {3,}.*\r?\n?)+)/gm)]);
  return [...new Set(names.flatMap(([, block]) => /^ +kind: *"?(\w+)/m.exec(block ?? "")?.[1] ?? []))].sort();
}

function crdsFound(crds: ReturnType<typeof readChartFacts>["crds"], folder: string): readonly string[] {
  const inFolder = crds.filter(({ path }) => path?.startsWith(folder));
  return [...new Set(inFolder.map(({ kind }) => kind))].sort();
}

/** Breaks each annotation of a chart in turn and sees that all others are read as before; how many there were. */
function eachAnnotationAlone(annotations: Readonly<Record<string, string>>, file: string): number {
  const names = Object.keys(annotations).filter((name) => name.startsWith(HUB));
  const { invalid: _, ...whole } = readHubAnnotations(annotations);
  for (const name of names) {
    const { invalid, ...rest } = readHubAnnotations({ ...annotations, [name]: "[broken" });
    const field = name.slice(HUB.length);
    assert.deepEqual({ ...rest, [field]: null }, { ...whole, [field]: null }, `${file} ${name}`);
    const isText = ["license", "alternativeName"].includes(field) || !(field in whole);
    assert.equal(
      invalid.some(({ annotation }) => annotation === name),
      !isText,
      `${file} ${name}`,
    );
  }
  return names.length;
}
