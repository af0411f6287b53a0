import type { ChartContent, ChartText } from "../chart-content.ts";
import { installedCharts } from "../installed-charts.ts";
import type { PlacedSubchart } from "../placed-subcharts.ts";
import type { Subchart } from "../subcharts.ts";
import { formatKeyPath, isGlobalPath, keyPath } from "../values/key-path.ts";
import { readValues } from "../values/read-values.ts";
import { createSubchartRoom } from "../values/values-problem.ts";
import { readCommentedKeys } from "./commented-keys.ts";
import { noteOf } from "./deprecation-note.ts";
import { readSchemaKeys } from "./schema-keys.ts";
import { readTemplateKeys } from "./template-keys.ts";
import type { KnownKey, ModelSchema, ModelSubchart } from "./values-model.ts";

/** What is known of a release where keys are looked for. */
export interface KeySources {
  readonly tree: readonly Subchart[];
  readonly placed: readonly PlacedSubchart[];
  readonly subcharts: readonly ModelSubchart[];
  readonly schemas: readonly ModelSchema[];
}

/** Every key of a release, as often as something tells of it, what tells most first. */
export function* findKnownKeys(content: ChartContent, sources: KeySources): Generator<KnownKey> {
  yield* keysOfValues(content, sources.tree);
  for (const schema of sources.schemas) yield* keysOfSchema(schema);
  yield* keysOfComments(content, sources.placed);
  yield* keysOfTemplates(content, sources.placed);
  yield* keysOfHelm(sources.subcharts);
}

function* keysOfValues(content: ChartContent, tree: readonly Subchart[]): Generator<KnownKey> {
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
}

function* keysOfSchema({ subchart, file, schema }: ModelSchema): Generator<KnownKey> {
  for (const { names, open, description, deprecated } of readSchemaKeys(schema)) {
    const note = noteOf(description) ?? (deprecated ? "deprecated" : null);
    const known = { from: "schema", file, line: null, open, note } as const;
    const path = formatKeyPath(names);
    const parts = [subchart, path].filter((part) => part !== "");
    yield { path: parts.join("."), ...known };
    if (subchart !== "" && isGlobalPath(path)) yield { path, ...known };
  }
}

function* keysOfComments(content: ChartContent, placed: readonly PlacedSubchart[]): Generator<KnownKey> {
  const commentedIn = createCommentReader(content.values);
  for (const { prefix, text } of [
    { prefix: "", text: content.values },
    ...placed.map(({ path, chart }) => ({ prefix: `${path}.`, text: chart.values })),
  ]) {
    for (const { names, line } of commentedIn(text)) {
      const path = prefix + formatKeyPath(names);
      yield { path, from: "comment", file: text?.path ?? null, line, open: false, note: null };
    }
  }
}

/** The keys in the comments of each file, read once however often its chart is installed. */
function createCommentReader(own: ChartText | null) {
  const known = new Map<ChartText | null, ReturnType<typeof readCommentedKeys>>();
  const hasRoom = createSubchartRoom();
  return (file: ChartText | null) => {
    const text = file?.text ?? "";
    const keys = known.get(file) ?? readCommentedKeys(file === own || hasRoom(text) ? text : "");
    known.set(file, keys);
    return keys;
  };
}

function* keysOfTemplates(content: ChartContent, placed: readonly PlacedSubchart[]): Generator<KnownKey> {
  const paths = placed.map(({ path }) => path);
  for (const { path, file, line, taken } of readTemplateKeys(content, paths)) {
    yield { path, from: "template", file, line, open: taken, note: null };
  }
}

/** What Helm itself reads: `global`, `tags`, and what conditions name. */
function* keysOfHelm(subcharts: readonly ModelSubchart[]): Generator<KnownKey> {
  const helm = { from: "template", file: null, line: null, open: true, note: null } as const;
  const tags = new Set(subcharts.flatMap((one) => one.tags));
  yield { path: "global", ...helm };
  if (tags.size > 0) yield { path: "tags", ...helm };
  const named = { ...helm, file: "Chart.yaml", open: false } as const;
  for (const { condition, within } of subcharts) {
    for (const path of (condition ?? "").split(",").map((one) => one.trim())) {
      if (path !== "") yield { path: within === "" ? path : `${within}.${path}`, ...named };
    }
  }
  for (const tag of tags) yield { path: keyPath("tags", tag), ...named };
}
