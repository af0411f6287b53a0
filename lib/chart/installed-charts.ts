import type { ChartContent, ChartText } from "./chart-content.ts";
import type { ChartMetadata } from "./metadata.ts";
import type { Subchart } from "./subcharts.ts";
import { readValues } from "./values/read-values.ts";
import { innerScope, ownScope, prefixOf, type ValueScope, withoutSubcharts } from "./values/value-scope.ts";
import type { ValueKey } from "./values/values.ts";
import { createSubchartRoom } from "./values/values-problem.ts";

/** A chart as Helm installs it: that of the archive, or a subchart under one of its names. */
export interface InstalledChart {
  /** What stands before its keys in those of the whole: `redis.`; empty for the chart of the archive. */
  readonly prefix: string;
  readonly metadata: ChartMetadata;
  readonly values: ChartText | null;
  /** Of `values`. */
  readonly ownKeys: readonly ValueKey[];
  /** Without keys that are for its subcharts. */
  readonly scope: ValueScope;
}

/** What is read of the values of subcharts: keys of all, however often installed. */
const MAX_KEYS = 50_000;
const MAX_INSTALLED = 200;
/** Helm's rule (`aliasNameFormat`). */
const ALIAS = /^[a-zA-Z0-9_-]+$/;

/** The chart of an archive first, then each subchart under each of its names, as far as their values are not too many. */
export function installedCharts(
  { metadata, values }: Pick<ChartContent, "metadata" | "values">,
  keys: readonly ValueKey[],
  subcharts: readonly Subchart[],
): readonly InstalledChart[] {
  const installed: InstalledChart[] = [];
  const scopeOf = createScopeReader();
  let room = MAX_KEYS;

  function install(chart: Placed, ownKeys: readonly ValueKey[], around: ValueScope, prefix: string): void {
    const names = chart.subcharts.map((one) => ({ one, names: namesOf(one, chart.metadata) }));
    const scope = withoutSubcharts(
      around,
      names.flatMap((entry) => entry.names),
    );
    installed.push({ prefix, metadata: chart.metadata, values: chart.values, ownKeys, scope });
    for (const entry of names) {
      for (const name of entry.names) {
        const own = scopeOf(entry.one);
        const innerKeys = own.keys;
        room -= around.keys.length + innerKeys.length;
        if (room < 0 || installed.length >= MAX_INSTALLED) return;
        install(entry.one, innerKeys, innerScope(around, name, own), prefix + prefixOf(name));
      }
    }
  }

  install({ metadata, values, subcharts }, keys, ownScope(values, keys), "");
  return installed;
}

type Placed = Pick<Subchart, "metadata" | "values" | "subcharts">;

/** What each chart's values say, read once. Attack: a file of 400 kB under 200 names was taken apart 200 times, 700 MB in all. */
function createScopeReader(): (chart: Subchart) => ValueScope {
  const known = new Map<Subchart, ValueScope>();
  const hasRoom = createSubchartRoom();
  return (chart) => {
    const read = known.get(chart);
    if (read !== undefined) return read;
    const text = chart.values?.text ?? "";
    const scope = ownScope(chart.values, readValues(hasRoom(text) ? text : "").keys);
    known.set(chart, scope);
    return scope;
  };
}

/** What a chart calls a subchart in its values: its aliases, or its name. */
export function namesOf(
  { metadata: { name } }: Subchart,
  { dependencies }: ChartMetadata,
): readonly string[] {
  const names = dependencies
    .filter((dependency) => dependency.name === name)
    .map(({ alias }) => (alias !== null && ALIAS.test(alias) ? alias : name));
  return names.length === 0 ? [name] : [...new Set(names)];
}
