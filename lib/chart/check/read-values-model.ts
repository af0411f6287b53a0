import type { ChartContent, ChartText } from "../chart-content.ts";
import { parseSubchartPath } from "../chart-files.ts";
import { installedCharts, namesOf } from "../installed-charts.ts";
import type { ChartDependency, ChartMetadata } from "../metadata.ts";
import { readSubcharts, type Subchart } from "../subcharts.ts";
import { readDefaultValues } from "../values/default-values.ts";
import { escapeKeyName, formatKeyPath, isGlobalPath, keyPath } from "../values/key-path.ts";
import { readValues } from "../values/read-values.ts";
import { readCommentedKeys } from "./commented-keys.ts";
import { noteOf } from "./deprecation-note.ts";
import { readSchemaKeys } from "./schema-keys.ts";
import { readTemplateKeys } from "./template-keys.ts";
import type { KnownKey, ModelSchema, ModelSubchart, ValuesModel } from "./values-model.ts";

/** Keys that are kept; of 801 real charts none has more than 12,000. */
const MAX_KEYS = 30_000;
const MAX_SUBCHARTS = 200;
/** Characters of all schemas, each counted as often as its chart is installed; the largest real one has 1,800,000. */
const MAX_SCHEMAS = 4 * 1024 * 1024;

/** Reads what must be known of a release to check somebody's values against it. Never throws. */
export function readValuesModel(content: ChartContent): ValuesModel {
  const tree = readSubcharts(content);
  const placed = placeSubcharts(content.metadata, tree);
  const { values: defaults, problem } = readDefaultValues(content);
  const { schemas, problems } = readSchemas(content, placed);
  const keys = new Map<string, KnownKey>();
  let complete = true;
  for (const key of keysOf(content, tree, placed, schemas)) {
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
    subcharts: placed.map(({ path, within, condition, tags }) => ({ path, within, condition, tags })),
    schemas,
    problems: [
      ...(problem === null ? [] : [problem]),
      ...problems,
      ...(complete ? [] : ["The chart has too many keys: some that exist may be called unknown."]),
    ],
  };
}

interface PlacedSubchart extends ModelSubchart {
  /** In the archive. */
  readonly folder: string;
  readonly values: ChartText | null;
}

/** Each subchart under each of its names, before those in it. */
function placeSubcharts(metadata: ChartMetadata, tree: readonly Subchart[]): readonly PlacedSubchart[] {
  const placed: PlacedSubchart[] = [];
  const place = (subcharts: readonly Subchart[], around: ChartMetadata, within: string) => {
    for (const one of subcharts) {
      for (const name of namesOf(one, around)) {
        if (placed.length >= MAX_SUBCHARTS) return;
        const path = keyPath(within, name);
        const dependency = dependencyOf(around, one.metadata.name, name);
        placed.push({
          ...{ path, within, folder: one.path, values: one.values },
          ...{ condition: dependency?.condition ?? null, tags: dependency?.tags ?? [] },
        });
        place(one.subcharts, one.metadata, path);
      }
    }
  };
  place(tree, metadata, "");
  return placed;
}

function dependencyOf(
  { dependencies }: ChartMetadata,
  chart: string,
  name: string,
): ChartDependency | undefined {
  const all = dependencies.filter((one) => one.name === chart);
  return all.find((one) => (one.alias ?? one.name) === name) ?? all[0];
}

function readSchemas(
  { schema, subchartTexts }: ChartContent,
  placed: readonly PlacedSubchart[],
): { readonly schemas: readonly ModelSchema[]; readonly problems: readonly string[] } {
  const schemas: ModelSchema[] = [];
  const problems = new Set<string>();
  const texts = new Map<string, ChartText>();
  for (const text of subchartTexts) {
    const within = parseSubchartPath(text.path);
    if (within?.file === "values.schema.json") texts.set(within.chart, text);
  }
  let room = MAX_SCHEMAS;
  const add = (subchart: string, text: ChartText | null | undefined) => {
    if (text == null) return;
    room -= text.text.length;
    const parsed = room < 0 ? undefined : parseJson(text.text);
    if (room < 0) problems.add("The schemas of all subcharts are too large: not all were applied.");
    else if (parsed === undefined) problems.add(`${text.path} is not valid JSON: Helm refuses the chart.`);
    else schemas.push({ subchart, file: text.path, schema: parsed });
  };
  add("", schema);
  for (const { path, folder } of placed) add(path, texts.get(folder));
  return { schemas, problems: [...problems] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function* keysOf(
  content: ChartContent,
  tree: readonly Subchart[],
  placed: readonly PlacedSubchart[],
  schemas: readonly ModelSchema[],
): Generator<KnownKey> {
  const { keys } = readValues(content.values?.text ?? "");
  for (const { prefix, scope } of installedCharts(content, keys, tree)) {
    for (const key of scope.keys) {
      const place = { file: scope.fileOf(key), line: key.line };
      const known = { from: "values", ...place, open: false, note: noteOf(key.description) } as const;
      yield { path: prefix + key.path, ...known };
      // What a subchart reads of `global` is set at the top, for all of them.
      if (prefix !== "" && isGlobalPath(key.path)) yield { path: key.path, ...known };
    }
  }
  for (const { subchart, file, schema } of schemas) {
    for (const { names, open, description, deprecated } of readSchemaKeys(schema)) {
      const path = [...(subchart === "" ? [] : [subchart]), ...names.map(escapeKeyName)].join(".");
      const note = noteOf(description) ?? (deprecated ? "deprecated" : null);
      yield { path, from: "schema", file, line: null, open, note };
      if (subchart !== "" && names[0] === "global")
        yield { path: formatKeyPath(names), from: "schema", file, line: null, open, note };
    }
  }
  for (const { prefix, text } of [
    { prefix: "", text: content.values },
    ...placed.map(({ path, values }) => ({ prefix: `${path}.`, text: values })),
  ]) {
    for (const { names, line } of readCommentedKeys(text?.text ?? "")) {
      const path = prefix + formatKeyPath(names);
      yield { path, from: "comment", file: text?.path ?? null, line, open: false, note: null };
    }
  }
  const paths = placed.map(({ path }) => path);
  for (const { path, file, line, taken } of readTemplateKeys(content, paths)) {
    yield { path, from: "template", file, line, open: taken, note: null };
  }
  // Helm itself knows these two.
  const helm = { file: null, line: null, open: true, note: null } as const;
  yield { path: "global", from: "template", ...helm };
  if (placed.some(({ tags }) => tags.length > 0)) yield { path: "tags", from: "template", ...helm };
  for (const { condition, within } of placed) {
    for (const path of (condition ?? "").split(",")) {
      const whole = (within === "" ? "" : `${within}.`) + path.trim();
      if (path.trim() !== "")
        yield { path: whole, from: "template", file: "Chart.yaml", line: null, open: false, note: null };
    }
  }
  for (const tag of new Set(placed.flatMap(({ tags }) => tags))) {
    yield {
      path: keyPath("tags", tag),
      from: "template",
      file: "Chart.yaml",
      line: null,
      open: false,
      note: null,
    };
  }
}
