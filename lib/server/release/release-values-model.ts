import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import type { ChartContent } from "../../chart/chart-content.ts";
import { readValuesModel } from "../../chart/check/read-values-model.ts";
import type { ValuesModel } from "../../chart/check/values-model.ts";
import { createArchiveMemory } from "./archive-memory.ts";

/** Characters of all that are kept, and of one: a usual one has 30,000, the largest of 801 real ones 900,000. */
const MAX_CACHED = 32 * 1024 * 1024;
const MAX_MODEL = 8 * 1024 * 1024;

const remember = createArchiveMemory<string>(MAX_CACHED, (json) => json.length);

/** What must be known of a release to check values against it, as JSON. */
export function releaseValuesModel(release: ChartRelease, content: ChartContent): string {
  return remember(release, () => formatWithinBounds(readValuesModel(content)));
}

/** Attack: a subchart under 200 names is the same schema 200 times. */
function formatWithinBounds(model: ValuesModel): string {
  const whole = formatJson(model);
  if (whole !== null && whole.length <= MAX_MODEL) return whole;
  const problems = [
    ...model.problems,
    "The chart’s schemas are too large for a check, or too deep: they were not applied.",
  ];
  const bare = JSON.stringify({ ...model, schemas: [], problems });
  if (bare.length <= MAX_MODEL) return bare;
  const none = ["The chart’s values are too large for a check."];
  return JSON.stringify({ ...model, defaults: {}, keys: [OPEN], schemas: [], subcharts: [], problems: none });
}

/** Nothing is unknown where nothing is known. */
const OPEN = { path: "", from: "values", file: null, line: null, open: true, note: null } as const;

/** Null for what is nested too deeply. Attack: a schema of 100,000 brackets, which the parser takes and the writer does not. */
function formatJson(model: ValuesModel): string | null {
  try {
    return JSON.stringify(model);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
