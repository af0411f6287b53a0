import { figuresOf, type Score } from "./figures.ts";
import { share } from "./report.ts";

/** The least that is promised of some kinds together, from 0 to 1. */
interface Threshold {
  /** Empty: of all. */
  readonly kinds: readonly string[];
  readonly first: number;
  readonly mrr: number;
}

/** What is promised of search over real charts. */
export const REAL_THRESHOLDS: readonly Threshold[] = [
  { kinds: ["exact", "variant"], first: 0.95, mrr: 0 },
  { kinds: ["typo", "synonym"], first: 0.85, mrr: 0 },
  { kinds: ["qualifier"], first: 0.9, mrr: 0 },
  { kinds: ["description", "content"], first: 0.6, mrr: 0 },
  { kinds: [], first: 0.9, mrr: 0.93 },
];

/** The same over the sample charts, whose questions are of every kind in one file. */
export const DEMO_THRESHOLDS: readonly Threshold[] = [{ kinds: ["demo"], first: 0.9, mrr: 0.93 }];

/** What falls short, each in a sentence. */
export function findShortfalls(
  scores: readonly Score[],
  thresholds: readonly Threshold[],
): readonly string[] {
  return thresholds.flatMap(({ kinds, first, mrr }) => {
    const figures = figuresOf(
      scores.filter(({ question }) => kinds.length === 0 || kinds.includes(question.kind)),
    );
    const what = kinds.length === 0 ? "all" : kinds.join(" and ");
    return [
      ...(figures.n === 0 ? [`${what}: no question`] : []),
      ...(figures.first < first ? [`${what}: first hit ${share(figures.first)}, not ${share(first)}`] : []),
      ...(figures.mrr < mrr ? [`${what}: MRR ${share(figures.mrr)}, not ${share(mrr)}`] : []),
    ];
  });
}

/** The kinds in which a peer finds more first hits than we do. */
export function findBetterPeers(
  ours: readonly Score[],
  peers: ReadonlyMap<string, readonly Score[]>,
): readonly string[] {
  return [...peers].flatMap(([peer, theirs]) =>
    [...Map.groupBy(theirs, ({ question }) => question.kind)].flatMap(([kind, scores]) => {
      const here = figuresOf(ours.filter(({ question }) => question.kind === kind)).first;
      const there = figuresOf(scores).first;
      return there > here ? [`${kind}: ${peer} ${share(there)}, Chartroom ${share(here)}`] : [];
    }),
  );
}
