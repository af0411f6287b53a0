import type { ChartContent } from "../chart-content.ts";
import type { ChartDependency } from "../metadata.ts";
import { readSubcharts, type Subchart } from "../subcharts.ts";
import { parseVersionRange } from "../version-range.ts";
import { isMap, itemsOf, lineOf, type YamlMap } from "../yaml-fields.ts";
import { parseYamlText } from "../yaml-text.ts";
import { type DefaultState, enabledByDefault } from "./enabled-by-default.ts";

/** What of a dependency lies in `charts/`. */
export interface PackedChart {
  readonly version: string;
  readonly path: string;
  /** Whether it is what the range asks for; null if that cannot be read. */
  readonly fits: boolean | null;
}

/** A dependency with all the archive tells of it. */
export interface StatedDependency extends ChartDependency {
  /** What it is called in the values: its alias, else its name. */
  readonly key: string;
  /** What it gives its parent's values, one line each: `data`, or `child → parent`. */
  readonly importValues: readonly string[];
  /** The version in Chart.lock (requirements.lock), or null. */
  readonly locked: string | null;
  /** What of it lies in `charts/`, or null. */
  readonly packed: PackedChart | null;
  readonly byDefault: DefaultState;
}

/** What a chart brings along. */
export interface StatedDependencies {
  /** In the order of Chart.yaml. */
  readonly declared: readonly StatedDependency[];
  /** Charts in `charts/` that Chart.yaml does not name: Helm installs them always. */
  readonly undeclared: readonly Pick<Subchart, "path" | "metadata">[];
  /** Why locked versions are missing, or null. */
  readonly problem: string | null;
}

interface LockedVersion {
  readonly name: string;
  readonly version: string;
}

/** Reads the dependencies of a chart; `values` are the default values of it with its subcharts. Never throws. */
export function readDependencies(content: ChartContent, values: YamlMap): StatedDependencies {
  const { dependencies } = content.metadata;
  const subcharts = readSubcharts(content);
  const { locked, problem } = readLock(content);
  const imports = readImports(content);
  const declared = dependencies.map((dependency, index) => ({
    ...dependency,
    key: dependency.alias ?? dependency.name,
    importValues: imports.get(keyOf(dependency)) ?? [],
    locked: lockedVersion(dependencies, index, locked),
    packed: packedChart(dependency, subcharts),
    byDefault: enabledByDefault(dependency, values),
  }));
  const names = new Set(dependencies.map(({ name }) => name));
  return { declared, undeclared: subcharts.filter(({ metadata }) => !names.has(metadata.name)), problem };
}

/** Of several of one name in `charts/`, Helm takes the first whose version fits; a folder alone of another version is said, too. */
export function packedChart(
  { name, version }: Pick<ChartDependency, "name" | "version">,
  subcharts: readonly Subchart[],
): PackedChart | null {
  const range = parseVersionRange(version);
  const named = subcharts.filter(({ metadata }) => metadata.name === name);
  const found = named.find(({ metadata }) => range?.holds(metadata.version)) ?? named[0];
  if (found === undefined) return null;
  const { path, metadata } = found;
  return { version: metadata.version, path, fits: range?.holds(metadata.version) ?? null };
}

/** The lock lists dependencies in the order of Chart.yaml, one of several names as often as that. */
function lockedVersion(
  dependencies: readonly ChartDependency[],
  index: number,
  locked: readonly LockedVersion[],
): string | null {
  const { name } = dependencies[index] ?? {};
  const before = dependencies.slice(0, index).filter((one) => one.name === name).length;
  return locked.filter((one) => one.name === name)[before]?.version ?? null;
}

function readLock({ lock }: ChartContent): { locked: readonly LockedVersion[]; problem: string | null } {
  if (lock === null) return { locked: [], problem: null };
  const locked = dependencyMaps(lock.text);
  if (locked === null) return { locked: [], problem: `${lock.path} cannot be read.` };
  return {
    locked: locked.flatMap((item) => {
      const [name, version] = [lineOf(item.name), lineOf(item.version)];
      return name === null || version === null ? [] : [{ name, version }];
    }),
    problem: null,
  };
}

/** Only of Chart.yaml: metadata has no place for it. */
function readImports({ chartYaml }: ChartContent): ReadonlyMap<string, readonly string[]> {
  const imports = new Map<string, readonly string[]>();
  for (const item of dependencyMaps(chartYaml.text) ?? []) {
    const lines = itemsOf(item["import-values"]).flatMap(importLine);
    if (lines.length > 0)
      imports.set(keyOf({ name: lineOf(item.name) ?? "", alias: lineOf(item.alias) }), lines);
  }
  return imports;
}

function importLine(item: unknown): readonly string[] {
  const line = lineOf(item);
  if (line !== null) return [line];
  if (!isMap(item)) return [];
  const [child, parent] = [lineOf(item.child), lineOf(item.parent)];
  return child === null || parent === null ? [] : [`${child} → ${parent}`];
}

function dependencyMaps(text: string): readonly YamlMap[] | null {
  try {
    const value = parseYamlText(text);
    return isMap(value) ? itemsOf(value.dependencies).filter(isMap) : null;
  } catch {
    return null;
  }
}

function keyOf({ name, alias }: Pick<ChartDependency, "name" | "alias">): string {
  return JSON.stringify([name, alias]);
}
