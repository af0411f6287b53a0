import { Badge } from "#components/ui/badge.tsx";
import type { DependencyGraph } from "#lib/chart/dependencies/dependency-graph.ts";

/** Lines of the list; a chart that several bring is gone into once. */
const MAX_LINES = 300;

interface ListedChart {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly alias: string | null;
  readonly enabled: boolean;
  readonly above: boolean;
  readonly within: readonly ListedChart[];
}

/** The graph in words. */
export function GraphList({ graph }: { graph: DependencyGraph }) {
  return <Level charts={planLevels(graph)} />;
}

function Level({ charts }: { charts: readonly ListedChart[] }) {
  return (
    <ul className="mt-1 space-y-1 border-rule text-sm [&_ul]:ml-2 [&_ul]:border-l [&_ul]:pl-4">
      {charts.map(({ key, name, version, alias, enabled, above, within }) => (
        <li key={key} className="break-words">
          <bdi>{name}</bdi> <code>{version}</code>
          {alias !== null && (
            <>
              {" "}
              as <code>{alias}</code>
            </>
          )}{" "}
          {!enabled && <Badge>off by default</Badge>}
          {above && <span className="text-ink-2"> (as above)</span>}
          {within.length > 0 && <Level charts={within} />}
        </li>
      ))}
    </ul>
  );
}

function planLevels({ nodes, edges }: DependencyGraph): readonly ListedChart[] {
  const open = new Set<number>();
  let room = MAX_LINES;
  const below = (from: number): readonly ListedChart[] =>
    edges
      .filter((edge) => edge.from === from)
      .flatMap(({ to, alias, enabled }) => {
        const node = nodes[to];
        if (node === undefined || room <= 0) return [];
        room -= 1;
        const { name, version } = node;
        const above = open.has(to) && edges.some((edge) => edge.from === to);
        const seen = open.has(to);
        open.add(to);
        const within = seen ? [] : below(to);
        return [{ key: `${to} ${alias}`, name, version, alias, enabled, above, within }];
      });
  open.add(0);
  return below(0);
}
