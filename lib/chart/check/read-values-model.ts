import type { ChartContent, ChartText } from "../chart-content.ts";
import { type PlacedSubchart, placeSubcharts } from "../placed-subcharts.ts";
import { readSubcharts } from "../subcharts.ts";
import { readDefaultValues } from "../values/default-values.ts";
import { findKnownKeys } from "./known-keys.ts";
import type { KnownKey, ModelSchema, ModelSubchart, ValuesModel } from "./values-model.ts";

/** Keys that are kept; of 801 real charts none has more than 12,000. */
const MAX_KEYS = 30_000;
/** Characters of all schemas, each counted as often as its chart is installed; the largest real one has 1,800,000. */
const MAX_SCHEMAS = 4 * 1024 * 1024;

/** Reads what must be known of a release to check somebody's values against it. Never throws. */
export function readValuesModel(content: ChartContent): ValuesModel {
  const tree = readSubcharts(content);
  const placed = placeSubcharts(content.metadata, tree);
  const subcharts = placed.map(asModel);
  const { values: defaults, problem } = readDefaultValues(content);
  const { schemas, problems } = readSchemas(content, placed);
  const keys = new Map<string, KnownKey>();
  let complete = true;
  for (const key of findKnownKeys(content, { tree, placed, subcharts, schemas })) {
    const before = keys.get(key.path);
    if (before === undefined && keys.size >= MAX_KEYS) complete = false;
    else
      keys.set(
        key.path,
        before === undefined
          ? key
          : { ...before, open: before.open || key.open, note: before.note ?? key.note },
      );
  }
  return {
    name: content.metadata.name,
    version: content.metadata.version,
    defaults,
    keys: [...keys.values()],
    subcharts,
    schemas,
    problems: [
      ...(problem === null ? [] : [problem]),
      ...problems,
      ...(complete ? [] : ["The chart has too many keys: some that exist may be called unknown."]),
    ],
  };
}

function asModel({ path, within, name, chart, around }: PlacedSubchart): ModelSubchart {
  const all = around.dependencies.filter((one) => one.name === chart.metadata.name);
  const dependency = all.find((one) => (one.alias ?? one.name) === name) ?? all[0];
  return { path, within, condition: dependency?.condition ?? null, tags: dependency?.tags ?? [] };
}

function readSchemas(
  { schema }: ChartContent,
  placed: readonly PlacedSubchart[],
): { readonly schemas: readonly ModelSchema[]; readonly problems: readonly string[] } {
  const schemas: ModelSchema[] = [];
  const problems = new Set<string>();
  let room = MAX_SCHEMAS;
  const add = (subchart: string, text: ChartText | null) => {
    if (text === null) return;
    room -= text.text.length;
    const parsed = room < 0 ? undefined : parseJson(text.text);
    if (room < 0) problems.add("The schemas of all subcharts are too large: not all were applied.");
    else if (parsed === undefined) problems.add(`${text.path} is not valid JSON: Helm refuses the chart.`);
    else schemas.push({ subchart, file: text.path, schema: parsed });
  };
  add("", schema);
  for (const { path, chart } of placed) add(path, chart.schema);
  return { schemas, problems: [...problems] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
