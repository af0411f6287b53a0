import type { ChartContent } from "../chart-content.ts";
import type { ChartMetadata } from "../metadata.ts";
import { readSubcharts, type Subchart } from "../subcharts.ts";
import type { YamlMap } from "../yaml-fields.ts";
import { enabledByDefault } from "./enabled-by-default.ts";
import { packedChart } from "./read-dependencies.ts";

/** A chart in the graph, however many others bring it. */
export interface GraphNode {
  readonly name: string;
  /** What is packed; the range that is asked for where nothing is. */
  readonly version: string;
  readonly packed: boolean;
  /** Steps from the chart of the page, the longest way: 0 for itself. */
  readonly level: number;
}

/** One chart asking for another. Numbers are places in the list of nodes. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** What the one calls the other, if not by its name. */
  readonly alias: string | null;
  readonly enabled: boolean;
}

/** What a chart brings along, with what that brings; the first node is the chart itself. */
export interface DependencyGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Whether there was more than is shown. */
  readonly cut: boolean;
}

/** More than anybody follows with their eyes; of 801 real charts one has 11. */
const MAX_NODES = 80;
const MAX_EDGES = 200;
const MAX_LEVELS = 8;

type Placed = Pick<Subchart, "metadata" | "subcharts">;

/** A chart as another one brings it. */
interface Brought {
  /** What stands before its keys. */
  readonly key: string;
  readonly name: string;
  readonly alias: string | null;
  readonly version: string;
  readonly packed: Subchart | null;
  readonly enabled: boolean;
}

/**
 * Draws the dependencies at every depth, those of one name and version joined. `values` are the default values of the chart with
 * its subcharts. Attack: charts that bring each other along a hundred times; nodes, edges and levels are counted.
 */
export function dependencyGraph(content: ChartContent, values: YamlMap): DependencyGraph {
  const nodes: { name: string; version: string; packed: boolean; level: number }[] = [];
  const edges: GraphEdge[] = [];
  const places = new Map<string, number>();
  let cut = false;

  function place({ name, version, packed }: Brought, level: number): number | null {
    const shown = packed?.metadata.version ?? version;
    const key = JSON.stringify([name, shown]);
    const known = places.get(key);
    if (known !== undefined) return known;
    if (nodes.length >= MAX_NODES) return null;
    places.set(key, nodes.length);
    return nodes.push({ name, version: shown, packed: packed !== null, level }) - 1;
  }

  function follow(chart: Placed, path: readonly number[], prefix: string): void {
    const from = path.at(-1) ?? 0;
    for (const brought of broughtBy(chart, values, prefix)) {
      const { packed, alias, enabled } = brought;
      const to = path.length > MAX_LEVELS || edges.length >= MAX_EDGES ? null : place(brought, path.length);
      const node = to === null ? undefined : nodes[to];
      if (to === null || node === undefined) {
        cut = true;
        return;
      }
      // Attack: a chart packed into itself has no last level.
      const deeper = node.level < path.length && !path.includes(to);
      if (deeper) node.level = path.length;
      const drawn = edges.some((edge) => edge.from === from && edge.to === to && edge.alias === alias);
      if (!drawn) edges.push({ from, to, alias, enabled });
      // Attack: one dependency declared 500 times, and in it another; each is followed once, or when it moves down.
      if (packed !== null && (deeper || !drawn)) follow(packed, [...path, to], `${prefix}${brought.key}.`);
    }
  }

  const { metadata } = content;
  const whole = { metadata, subcharts: readSubcharts(content) };
  nodes.push({ name: metadata.name, version: metadata.version, packed: true, level: 0 });
  places.set(JSON.stringify([metadata.name, metadata.version]), 0);
  follow(whole, [0], "");
  return { nodes, edges, cut };
}

/** What a chart declares, each with what of it is packed, then what is packed without being declared. */
function broughtBy({ metadata, subcharts }: Placed, values: YamlMap, prefix: string): readonly Brought[] {
  const declared = metadata.dependencies.map((dependency) => {
    const path = packedChart(dependency, subcharts)?.path;
    return {
      ...{ key: dependency.alias ?? dependency.name, name: dependency.name, alias: dependency.alias },
      version: dependency.version,
      packed: subcharts.find((one) => one.path === path) ?? null,
      enabled: enabledByDefault(dependency, values, prefix).enabled,
    };
  });
  return [...declared, ...undeclaredIn(metadata, subcharts)];
}

function undeclaredIn({ dependencies }: ChartMetadata, subcharts: readonly Subchart[]) {
  const names = new Set(dependencies.map(({ name }) => name));
  return subcharts
    .filter(({ metadata }) => !names.has(metadata.name))
    .map((packed) => {
      const { name, version } = packed.metadata;
      return { key: name, name, alias: null, version, packed, enabled: true };
    });
}
