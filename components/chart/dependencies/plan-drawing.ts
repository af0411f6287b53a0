import type { DependencyGraph, GraphEdge, GraphNode } from "#lib/chart/dependencies/dependency-graph.ts";

/** Sizes in the drawing's own units, pixels where it is not scaled. */
export const BOX = { width: 176, height: 40 } as const;
const GAP = { across: 56, down: 12 } as const;
const MARGIN = 4;
/** How far a line leads around boxes between its ends. */
const DETOUR = 52;
const MAX_NAME = 22;

/** A chart as a box. */
export interface DrawnNode {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  /** Cut where it would not fit. */
  readonly name: string;
  readonly version: string;
}

/** A line between two boxes. */
export interface DrawnEdge {
  readonly edge: GraphEdge;
  readonly path: string;
}

/** A graph with places. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** From left to right, a column a level, each in the middle of the highest. */
export function planDrawing({ nodes, edges }: DependencyGraph): Drawing {
  const columns = new Map<number, GraphNode[]>();
  for (const node of nodes) columns.set(node.level, [...(columns.get(node.level) ?? []), node]);
  const heightOf = (count: number) => count * (BOX.height + GAP.down) - GAP.down;
  const height = heightOf(Math.max(...[...columns.values()].map((column) => column.length)));
  const places = nodes.map((node) => {
    const column = columns.get(node.level) ?? [];
    const top = (height - heightOf(column.length)) / 2;
    return {
      x: MARGIN + node.level * (BOX.width + GAP.across),
      y: MARGIN + top + column.indexOf(node) * (BOX.height + GAP.down),
    };
  });
  const levels = Math.max(...columns.keys());
  return {
    width: 2 * MARGIN + levels * (BOX.width + GAP.across) + BOX.width,
    height: 2 * MARGIN + height + (levels > 1 ? DETOUR / 2 : 0),
    nodes: nodes.map((node, index) => ({
      ...{ node, x: places[index]?.x ?? 0, y: places[index]?.y ?? 0 },
      name: cut(node.name),
      version: cut(node.version),
    })),
    edges: edges.flatMap((edge) => {
      const [from, to] = [places[edge.from], places[edge.to]];
      return from === undefined || to === undefined ? [] : [{ edge, path: lineBetween(from, to) }];
    }),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function lineBetween(from: Place, to: Place): string {
  const [startX, startY] = [from.x + BOX.width, from.y + BOX.height / 2];
  const endY = to.y + BOX.height / 2;
  const skips = to.x - startX > GAP.across;
  const [bend, dip] = skips ? [GAP.across, DETOUR] : [GAP.across / 2, 0];
  return `M${startX} ${startY}C${startX + bend} ${startY + dip} ${to.x - bend} ${endY + dip} ${to.x} ${endY}`;
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length > MAX_NAME ? `${letters.slice(0, MAX_NAME - 1).join("")}…` : text;
}
