import type { DependencyGraph } from "#lib/chart/dependencies/dependency-graph.ts";
import { BOX, planDrawing } from "./plan-drawing.ts";

/** The graph as a picture; the list below says the same in words. */
export function GraphDrawing({ graph }: { graph: DependencyGraph }) {
  const { width, height, nodes, edges } = planDrawing(graph);
  const hasDisabled = graph.edges.some((edge) => !edge.enabled);
  return (
    <figure className="mt-3">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by the arrow keys */}
      <section className="overflow-x-auto" aria-label="Drawing of the dependencies" tabIndex={0}>
        <svg
          role="img"
          aria-label="What each chart brings along; the list below says the same"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className="block"
        >
          {edges.map(({ edge, path }) => (
            <path
              key={`${edge.from} ${edge.to} ${edge.alias}`}
              d={path}
              fill="none"
              className="stroke-edge"
              strokeWidth="1.5"
              strokeDasharray={edge.enabled ? undefined : "4 4"}
            />
          ))}
          {nodes.map(({ node, x, y, name, version }) => (
            <g key={`${node.name} ${node.version}`}>
              <title>{`${node.name} ${node.version}`}</title>
              <rect
                {...{ x, y }}
                {...BOX}
                rx="2"
                className={node.level === 0 ? "fill-sea-1 stroke-ink" : "fill-paper stroke-edge"}
                strokeDasharray={node.packed ? undefined : "2 3"}
              />
              <text x={x + 9} y={y + 17} className="fill-ink font-semibold text-xs">
                {name}
              </text>
              <text x={x + 9} y={y + 32} className="fill-ink-2 font-mono text-xs">
                {version}
              </text>
            </g>
          ))}
        </svg>
      </section>
      <figcaption className="mt-1.5 text-ink-2 text-sm">
        {hasDisabled && "Broken lines are off by default. "}
        {graph.nodes.some((node) => !node.packed) && "Dotted boxes are not packed in charts/."}
      </figcaption>
    </figure>
  );
}
