import { DEPTH, type Figures, figuresOf, type Score } from "./figures.ts";

/** A table of figures, a line a kind and one for all. */
export function renderFigures(title: string, scores: readonly Score[]): string {
  const kinds = Map.groupBy(scores, ({ question }) => question.kind);
  const rows = [...kinds, ["all", scores] as const].map(([kind, some]) => renderRow(kind, figuresOf(some)));
  return [title, row(["", "n", "first", "MRR", `nDCG@${DEPTH}`, "slowest"]), ...rows].join("\n");
}

/** Figures of several engines side by side: first-hit rate and MRR of each kind. */
export function renderComparison(engines: ReadonlyMap<string, readonly Score[]>): string {
  const kinds = [...new Set([...engines.values()].flat().map(({ question }) => question.kind)), "all"];
  const cell = (scores: readonly Score[], kind: string) => {
    const some = kind === "all" ? scores : scores.filter(({ question }) => question.kind === kind);
    const { n, first, mrr } = figuresOf(some);
    return n === 0 ? "-" : `${share(first)} / ${share(mrr)}`;
  };
  const lines = kinds.map((kind) => [kind, ...[...engines.values()].map((scores) => cell(scores, kind))]);
  return ["first / MRR", ...[["", ...engines.keys()], ...lines].map((cells) => row(cells, 22))].join("\n");
}

/** What was asked and did not come first, with what came instead. */
export function renderMisses(scores: readonly Score[]): string {
  return scores
    .filter(({ first }) => first < 1)
    .map(({ question, answer, reciprocalRank }) => {
      const place = reciprocalRank === 0 ? "not found" : `place ${Math.round(1 / reciprocalRank)}`;
      const refused = question.unwanted.length > 0 ? ` ! ${question.unwanted.join(" | ")}` : "";
      const came = answer.hits.slice(0, 3).join(", ") || "nothing";
      return `  ${question.kind}: ${question.text} -> ${question.wanted.join(" | ")}${refused}\n    ${place}; came: ${came}`;
    })
    .join("\n");
}

/** `.95`, `1.00`. */
export function share(value: number): string {
  return value.toFixed(2).replace(/^0/, "");
}

function renderRow(kind: string, { n, first, mrr, ndcg, slowestMs }: Figures): string {
  return row([kind, String(n), share(first), share(mrr), share(ndcg), `${slowestMs.toFixed(0)} ms`]);
}

function row(cells: readonly string[], width = 10): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(width))).join("");
}
