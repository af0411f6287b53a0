import type { ChartContent, ChartText } from "../chart-content.ts";
import { parseSubchartPath, roleOf } from "../chart-files.ts";
import { contentTexts } from "../content-texts.ts";
import { namesOf } from "../installed-charts.ts";
import type { ChartMetadata } from "../metadata.ts";
import { readSubcharts, type Subchart } from "../subcharts.ts";
import { prefixOf } from "../values/value-scope.ts";

/** A chart of an archive: the whole, or a subchart under its names. */
export interface TemplateChart {
  /** Its folder in the archive with a slash behind it; empty for the chart of the archive. */
  readonly folder: string;
  /** What stands before its keys in the values of the whole, for each name it is installed by: `redis.`. Empty if none is known. */
  readonly prefixes: readonly string[];
  /** A chart that makes nothing itself: its templates read the values of whichever chart includes them. */
  readonly library: boolean;
}

/** A text of an archive, and the chart it belongs to. */
export interface PlacedText extends ChartText {
  readonly chart: TemplateChart;
  /** What is evaluated: a template, or values that templates may pass through `tpl`. */
  readonly evaluated: "template" | "values" | null;
}

const MAX_PREFIXES = 10;

/** Every text that was read of an archive, in path order. */
export function readChartTexts(content: ChartContent): readonly PlacedText[] {
  const charts = chartsOf(content);
  const own = { folder: "", prefixes: [""], library: content.metadata.type === "library" };
  const placed = contentTexts(content).map((text): PlacedText => {
    const within = parseSubchartPath(text.path);
    if (within === null) return { ...text, chart: own, evaluated: evaluatedAs(text.path) };
    const chart = charts.get(within.chart) ?? { folder: `${within.chart}/`, prefixes: [], library: false };
    return { ...text, chart, evaluated: evaluatedAs(within.file) };
  });
  return placed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function evaluatedAs(path: string): "template" | "values" | null {
  const role = roleOf(path);
  if (role === "values") return "values";
  return role === "template" || role === "notes" ? "template" : null;
}

/** Subcharts by their path. */
function chartsOf(content: ChartContent): ReadonlyMap<string, TemplateChart> {
  const charts = new Map<string, TemplateChart>();
  const place = (subcharts: readonly Subchart[], around: ChartMetadata, prefixes: readonly string[]) => {
    for (const one of subcharts) {
      const names = namesOf(one, around).map(prefixOf);
      // Attack: ten aliases at each of ten levels are 10^10 names of one chart.
      const below = prefixes.flatMap((prefix) => names.map((name) => prefix + name)).slice(0, MAX_PREFIXES);
      charts.set(one.path, {
        folder: `${one.path}/`,
        prefixes: below,
        library: one.templates.every(({ path }) => /\/_[^/]*$/.test(path)),
      });
      place(one.subcharts, one.metadata, below);
    }
  };
  place(readSubcharts(content), content.metadata, [""]);
  return charts;
}
