import type { ChartContent, ChartText } from "../chart-content.ts";
import { contentTexts } from "../content-texts.ts";
import type { TemplateChart } from "../templates/chart-texts.ts";
import { indexTemplates } from "../templates/template-index.ts";
import { isGlobalPath } from "../values/key-path.ts";

/** A key that templates read. */
export interface TemplateKey {
  /** As the values of the whole name it; empty for all values. */
  readonly path: string;
  readonly file: string;
  readonly line: number;
  /** Whether it is taken as it is, and not only asked whether it is set: what is below it may then be anything. */
  readonly taken: boolean;
}

/** Characters before a use in which its action begins. */
const MAX_ACTION = 160;
const TEST = /^\{\{-?\s*(?:else\s+)?if\b/;

/** The keys the templates of a chart and its subcharts read, each once. A library's read those of every chart. */
export function readTemplateKeys(
  content: ChartContent,
  subcharts: readonly string[],
): readonly TemplateKey[] {
  const texts = new Map(contentTexts(content).map((text) => [text.path, text]));
  const everywhere = ["", ...subcharts.map((path) => `${path}.`)];
  const found = new Map<string, TemplateKey>();
  for (const { chart, uses } of indexTemplates(content).files.values()) {
    for (const { path, start, file, line } of uses) {
      const taken = !isTest(texts.get(file), start);
      for (const whole of pathsOf(path, chart, everywhere)) {
        const before = found.get(whole);
        if (before === undefined || (taken && !before.taken))
          found.set(whole, { path: whole, file, line, taken });
      }
    }
  }
  return [...found.values()];
}

function pathsOf(path: string, chart: TemplateChart, everywhere: readonly string[]): ReadonlySet<string> {
  const prefixes = chart.library ? everywhere : chart.prefixes;
  const whole = prefixes.map((prefix) => (path === "" ? prefix.slice(0, -1) : prefix + path));
  return new Set(isGlobalPath(path) ? [path, ...whole] : whole);
}

/** `{{ if .Values.a }}` says nothing of what may be in `a`. */
function isTest(text: ChartText | undefined, start: number): boolean {
  const before = text?.text.slice(Math.max(0, start - MAX_ACTION), start) ?? "";
  const open = before.lastIndexOf("{{");
  return open !== -1 && TEST.test(before.slice(open));
}
