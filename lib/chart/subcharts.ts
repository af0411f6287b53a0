import type { ChartContent, ChartText } from "./chart-content.ts";
import { ChartError } from "./chart-error.ts";
import { parseSubchartPath, REQUIREMENTS, roleOf } from "./chart-files.ts";
import type { ChartMetadata } from "./metadata.ts";
import { parseChartMetadata } from "./parse-metadata.ts";

/** A chart that another brings along in `charts/`. Texts have their path in the archive of the whole. */
export interface Subchart {
  /** Folder or archive: `charts/redis`, `charts/redis/charts/common`. */
  readonly path: string;
  readonly metadata: ChartMetadata;
  readonly values: ChartText | null;
  readonly schema: ChartText | null;
  readonly templates: readonly ChartText[];
  readonly crds: readonly ChartText[];
  readonly subcharts: readonly Subchart[];
}

/** Of 801 real charts one has 17 at most, three levels deep. */
const MAX_SUBCHARTS = 200;
const MAX_LEVELS = 10;

/**
 * The subcharts of a chart, each with its own. All that are there count, also those a condition leaves out by default; one
 * whose Chart.yaml cannot be read costs itself and what is in it. Never throws.
 */
export function readSubcharts({ subchartTexts }: Pick<ChartContent, "subchartTexts">): readonly Subchart[] {
  const below = new Map<string, Subchart[]>([["", []]]);
  for (const [path, texts] of [...textsByChart(subchartTexts)].slice(0, MAX_SUBCHARTS)) {
    const siblings = below.get(path.slice(0, Math.max(0, path.lastIndexOf("/charts/"))));
    const metadata = metadataOf(texts);
    if (siblings === undefined || metadata === null || path.split("/").length > 2 * MAX_LEVELS) continue;
    const all = [...texts];
    const subcharts: Subchart[] = [];
    below.set(path, subcharts);
    siblings.push({
      path,
      metadata,
      values: texts.get("values.yaml") ?? null,
      schema: texts.get("values.schema.json") ?? null,
      // What a library defines says nothing of what is made of it.
      templates: metadata.type === "library" ? [] : withRole(all, "template"),
      crds: withRole(all, "crd"),
      subcharts,
    });
  }
  return below.get("") ?? [];
}

/** All of them, each before those in it. */
export function allSubcharts(subcharts: readonly Subchart[]): readonly Subchart[] {
  return subcharts.flatMap((one) => [one, ...allSubcharts(one.subcharts)]);
}

/** Charts before those in them, as paths are in order; each with its texts by their path in it. */
function textsByChart(texts: readonly ChartText[]): ReadonlyMap<string, ReadonlyMap<string, ChartText>> {
  const charts = new Map<string, Map<string, ChartText>>();
  for (const text of texts) {
    const within = parseSubchartPath(text.path);
    if (within === null) continue;
    const chart = charts.get(within.chart) ?? new Map<string, ChartText>();
    charts.set(within.chart, chart.set(within.file, text));
  }
  return new Map([...charts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function metadataOf(texts: ReadonlyMap<string, ChartText>): ChartMetadata | null {
  try {
    return parseChartMetadata(texts.get("Chart.yaml")?.text ?? "", texts.get(REQUIREMENTS)?.text ?? null);
  } catch (error) {
    if (error instanceof ChartError) return null;
    throw error;
  }
}

function withRole(texts: readonly (readonly [string, ChartText])[], role: "template" | "crd") {
  return texts.filter(([file]) => roleOf(file) === role).map(([, text]) => text);
}
