import type { ChartContent, ChartText } from "../chart-content.ts";
import { namesOf } from "../installed-charts.ts";
import { readSubcharts, type Subchart } from "../subcharts.ts";
import { createDocumentedList, type Surroundings } from "./documented-list.ts";
import type { DocumentedValues } from "./documented-values.ts";
import { createKeyTree, type KeyNode, NO_KEYS, overlayKeys, overlayKnownKeys } from "./key-tree.ts";
import { type PlacedSchema, readPlacedSchema, schemasBelow } from "./placed-schema.ts";
import { readAnnotatedValues } from "./read-values.ts";
import { createSubchartRoom } from "./values-problem.ts";

const MAX_INSTALLED = 200;
const MAX_PROBLEMS = 20;

type Chart = Pick<Subchart, "metadata" | "values" | "schema" | "subcharts">;

/**
 * Every key that can be set in a chart: its own with what comments and values.schema.json say, keys only the schema names behind
 * their siblings, then those of its subcharts, each under its alias or name, with the defaults the charts around it set. What a
 * chart sets for a subchart stands among that one's keys. Never throws.
 */
export function readDocumentedValues(
  content: Pick<ChartContent, "metadata" | "values" | "schema" | "subchartTexts">,
): DocumentedValues {
  const list = createDocumentedList();
  const read = createChartReader();
  let installed = 0;

  function install(chart: Chart, set: KeyNode, globals: KeyNode, around: Surroundings): void {
    const own = read(chart);
    const known = own.keys.children.get(GLOBAL) ?? NO_KEYS;
    const keys = overlayKeys(set, withGlobals(own.keys, overlayKnownKeys(globals, known)));
    const schemas = [...own.schemas, ...around.schemas];
    const inner = chart.subcharts.flatMap((one) =>
      namesOf(one, chart.metadata).map((name) => ({ one, name })),
    );
    const names = new Set(inner.map(({ name }) => name));
    list.addKeys(keys, { ...around, schemas }, names);
    const innerGlobals = overlayKeys(globals, keys.children.get(GLOBAL) ?? NO_KEYS);
    for (const { one, name } of inner) {
      installed += 1;
      if (installed > MAX_INSTALLED) list.addProblem("The chart has too many subcharts: not all are listed.");
      if (installed > MAX_INSTALLED || list.isFull()) return;
      const node = keys.children.get(name) ?? NO_KEYS;
      const below = list.addSubchart(name, node, { ...around, schemas: schemasBelow(schemas, name, node) });
      install(one, { ...node, key: null }, innerGlobals, below);
    }
  }

  const root = { ...content, subcharts: readSubcharts(content) };
  install(root, NO_KEYS, NO_KEYS, { prefix: "", subchart: null, schemas: [] });
  const problems = [...read.problems(), ...list.problems()];
  return { keys: list.keys(), problems: [...new Set(problems)].slice(0, MAX_PROBLEMS) };
}

const GLOBAL = "global";

function withGlobals(keys: KeyNode, globals: KeyNode): KeyNode {
  if (!keys.children.has(GLOBAL)) return keys;
  return { ...keys, children: new Map([...keys.children, [GLOBAL, globals]]) };
}

interface ReadChart {
  readonly keys: KeyNode;
  readonly schemas: readonly PlacedSchema[];
}

type ChartReader = ((chart: Chart) => ReadChart) & { readonly problems: () => readonly string[] };

/** The values and schema of each chart, read once however often it is installed. */
function createChartReader(): ChartReader {
  const known = new Map<ChartText | null, ReadChart>();
  const problems: (() => readonly string[])[] = [];
  const forSubcharts = createSubchartRoom();
  // The chart's own come first, and have bounds of their own.
  let hasRoom: typeof forSubcharts = () => true;

  function read(chart: Chart): ReadChart {
    const { values, schema } = chart;
    const done = values === null ? undefined : known.get(values);
    if (done !== undefined) return done;
    const fits = hasRoom(values?.text ?? "", schema?.text ?? "");
    const annotated = readAnnotatedValues(fits ? (values?.text ?? "") : "");
    const placed = schema === null || !fits ? null : readPlacedSchema(schema);
    const said = fits ? annotated.problem : "The values of all subcharts are too many: not all are listed.";
    const where = "path" in chart ? `In ${String(chart.path)}: ` : "";
    problems.push(() =>
      [...(said === null ? [] : [said]), ...(placed?.problems() ?? [])].map((one) => where + one),
    );
    const result = {
      keys: values === null ? NO_KEYS : createKeyTree(annotated, values.path),
      schemas: placed?.top ?? [],
    };
    if (values !== null) known.set(values, result);
    hasRoom = forSubcharts;
    return result;
  }

  return Object.assign(read, { problems: () => problems.flatMap((one) => one()) });
}
