import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { type PlacedText, readChartTexts } from "#lib/chart/templates/chart-texts.ts";
import { type IndexedFile, indexTemplates } from "#lib/chart/templates/template-index.ts";
import { readTemplateTokens } from "#lib/chart/templates/template-tokens.ts";
import { highlightTemplate } from "#lib/markup/highlight-template.ts";
import { readRealArchives } from "./support/real-archives.ts";

describe("the templates of real charts", { timeout: 600_000 }, () => {
  test("use every value that stands in an action, and include what is defined", async (t) => {
    const seen = { charts: 0, files: 0, uses: 0, occurrences: 0, inStrings: 0 };
    const includes = { named: 0, resolved: 0, files: 0, computed: 0, contents: 0 };
    const indexing: number[] = [];
    const colouring: number[] = [];
    for await (const { archive, content } of realCharts()) {
      const index = timed(indexing, () => indexTemplates(content));
      assert.ok(index.complete, archive);
      seen.charts += 1;
      for (const text of readChartTexts(content)) {
        const file = index.files.get(text.path);
        if (file === undefined || text.evaluated !== "template") continue;
        seen.files += 1;
        seen.uses += file.uses.length;
        assert.equal(file.problem, null, `${archive} ${text.path}`);
        const { places, inStrings } = occurrencesOf(text.text);
        seen.occurrences += places.length;
        seen.inStrings += inStrings;
        assert.deepEqual(
          places.filter((place) => !isUsed(file, place)),
          [],
          `${archive} ${text.path}`,
        );
        timed(colouring, () => colour(text));
        for (const { name, template, content: read } of file.includes) {
          if (read !== null) includes.contents += 1;
          else if (name === null) includes[template === null ? "computed" : "files"] += 1;
          else {
            includes.named += 1;
            includes.resolved += Number(index.defines.has(name));
          }
        }
      }
    }
    t.diagnostic(`${JSON.stringify(seen)} ${JSON.stringify(includes)}`);
    t.diagnostic(`index of a chart: ${spread(indexing)}; colours of a file: ${spread(colouring)}`);
    assert.ok(seen.charts > 0);
    assert.ok(includes.resolved >= 0.99 * includes.named, `${includes.resolved} of ${includes.named}`);
  });
});

async function* realCharts(): AsyncGenerator<{ readonly archive: string; readonly content: ChartContent }> {
  for (const { file } of await readRealArchives())
    yield { archive: file, content: await readChart([await readFile(file)]) };
}

/** Where `.Values` stands in an action by another way of looking, and how often in a string of one. */
function occurrencesOf(text: string): { readonly places: readonly number[]; readonly inStrings: number } {
  const blank = (part: string) => " ".repeat(part.length);
  const bare = text.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, blank);
  const places: number[] = [];
  let inStrings = 0;
  for (const { index, 0: action } of bare.matchAll(/\{\{((?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|[^"`])*?)\}\}/g)) {
    const outside = action.replace(/"(?:[^"\\\n]|\\.)*"|`[^`]*`/g, blank);
    const found = [...outside.matchAll(/\.Values\b/g)];
    places.push(...found.map((match) => index + match.index));
    inStrings += (action.match(/\.Values\b/g)?.length ?? 0) - found.length;
  }
  return { places, inStrings };
}

function isUsed({ uses }: IndexedFile, place: number): boolean {
  return uses.some(({ start, end }) => start <= place && place < end);
}

function colour({ text }: PlacedText): void {
  const { tokens } = readTemplateTokens(text);
  const pieces = tokens.map(({ start, end }) => {
    return { start, end, colour: "variable" as const, href: null, title: null, missing: false };
  });
  const lines = highlightTemplate(text, pieces, true);
  assert.equal(lines.length, text.split(/\r\n|\r|\n/).length);
}

function timed<Result>(times: number[], run: () => Result): Result {
  const start = performance.now();
  const result = run();
  times.push(performance.now() - start);
  return result;
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms`;
}
