import type { ChartContent } from "../chart-content.ts";
import { namesOf } from "../installed-charts.ts";
import { readSubcharts, type Subchart } from "../subcharts.ts";
import { coalesceChart, withGlobals } from "./coalesce.ts";
import { isJsonObject, type JsonObject, memberOf } from "./json.ts";
import { type DefaultValues, readOwnDefaults } from "./own-defaults.ts";
import { sizeOf } from "./value-size.ts";
import { createSubchartRoom } from "./values-problem.ts";

const MAX_INSTALLED = 200;
/** Characters of all, globals counted for each subchart that gets them. */
const MAX_SIZE = 4 * 1024 * 1024;
const TOO_MANY_OF_SUBCHARTS = "The values of all subcharts are too many: not all are there.";

/**
 * What Helm hands to the templates of a chart if nothing is set: its own values over those of its subcharts, each under its
 * alias or name, and `global` in every one. Subcharts count also where a condition leaves them out, and
 * `import-values` brings nothing here. Never throws.
 */
export function readDefaultValues(
  content: Pick<ChartContent, "metadata" | "values" | "subchartTexts">,
): DefaultValues {
  const own = readOwnDefaults(content.values?.text ?? "");
  const ownOf = createOwnReader();
  const problems = own.problem === null ? [] : [own.problem];
  let installed = 0;
  let room = MAX_SIZE - sizeOf(own.values);

  function withSubcharts(values: JsonObject, chart: Pick<Subchart, "metadata" | "subcharts">): JsonObject {
    const entries = new Map(Object.entries(values));
    for (const subchart of chart.subcharts) {
      for (const name of namesOf(subchart, chart.metadata)) {
        const set = entries.get(name) ?? {};
        // Helm refuses `redis: true` where redis is a subchart, unless a condition leaves that out.
        if (!isJsonObject(set) || room < 0) continue;
        const inner = ownOf(subchart);
        const given = withGlobals(set, memberOf(values, "global"));
        const names = subchart.subcharts.flatMap((one) => namesOf(one, subchart.metadata));
        const whole = coalesceChart(given, inner.values, new Set(names));
        installed += 1;
        room -= installed > MAX_INSTALLED ? Number.POSITIVE_INFINITY : sizeOf(whole);
        if (inner.problem !== null) problems.push(`In ${subchart.path}: ${inner.problem}`);
        if (room < 0) problems.push(TOO_MANY_OF_SUBCHARTS);
        else entries.set(name, withSubcharts(whole, subchart));
      }
    }
    return Object.fromEntries(entries);
  }

  const values = withSubcharts(own.values, { ...content, subcharts: readSubcharts(content) });
  return { values, problem: problems[0] ?? null };
}

/** The values of each chart, read once however often it is installed. */
function createOwnReader(): (chart: Subchart) => DefaultValues {
  const known = new Map<Subchart, DefaultValues>();
  const hasRoom = createSubchartRoom();
  return (chart) => {
    const before = known.get(chart);
    if (before !== undefined) return before;
    const text = chart.values?.text ?? "";
    const read = hasRoom(text) ? readOwnDefaults(text) : { values: {}, problem: TOO_MANY_OF_SUBCHARTS };
    known.set(chart, read);
    return read;
  };
}
