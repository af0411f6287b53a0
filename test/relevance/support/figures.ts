import { isNamed, type Question } from "./questions.ts";

/** How many of the first hits count. */
export const DEPTH = 10;

/** What an engine answers: repositories, best first, and how long it took, ms. */
export interface Answer {
  readonly hits: readonly string[];
  readonly ms: number;
}

/** How well one question was answered, from 0 to 1. */
export interface Score {
  readonly question: Question;
  readonly answer: Answer;
  /** 1 if the first hit is one that is wanted and none of the first ten is unwanted. */
  readonly first: number;
  /** 1 / place of the first wanted hit. */
  readonly reciprocalRank: number;
  /** Normalized discounted cumulative gain of the first ten: every wanted chart at the top is 1. */
  readonly ndcg: number;
}

/** Means over questions. */
export interface Figures {
  readonly n: number;
  readonly first: number;
  readonly mrr: number;
  readonly ndcg: number;
  readonly slowestMs: number;
}

/** Scores one answer; `repositories` is everything that could have been found. */
export function scoreAnswer(question: Question, answer: Answer, repositories: readonly string[]): Score {
  const isWanted = (hit: string) => question.wanted.some((name) => isNamed(name, hit));
  const isUnwanted = (hit: string) => question.unwanted.some((name) => isNamed(name, hit));
  const hits = answer.hits.slice(0, DEPTH);
  const place = hits.findIndex(isWanted);
  const refused = hits.some(isUnwanted);
  const gain = hits.reduce((sum, hit, index) => sum + (isWanted(hit) ? discount(index) : 0), 0);
  const best = repositories
    .filter(isWanted)
    .slice(0, DEPTH)
    .reduce((sum, _, index) => sum + discount(index), 0);
  return {
    question,
    answer,
    first: place === 0 && !refused ? 1 : 0,
    reciprocalRank: place < 0 || refused ? 0 : 1 / (place + 1),
    ndcg: best === 0 || refused ? 0 : gain / best,
  };
}

/** The figures of some scores. */
export function figuresOf(scores: readonly Score[]): Figures {
  const mean = (value: (score: Score) => number) =>
    scores.reduce((sum, score) => sum + value(score), 0) / Math.max(1, scores.length);
  return {
    n: scores.length,
    first: mean((score) => score.first),
    mrr: mean((score) => score.reciprocalRank),
    ndcg: mean((score) => score.ndcg),
    slowestMs: Math.max(0, ...scores.map((score) => score.answer.ms)),
  };
}

function discount(index: number): number {
  return 1 / Math.log2(index + 2);
}
