import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChartDocument } from "#lib/search/document.ts";
import { figuresOf, scoreAnswer } from "./support/figures.ts";
import { generateQuestions } from "./support/generated.ts";
import { parseQuestions, type Question } from "./support/questions.ts";
import { findBetterPeers, findShortfalls } from "./support/thresholds.ts";

const CHARTS = ["a/redis", "b/redis", "a/kafka", "a/nginx"];

describe("questions", () => {
  test("are read with all their answers", () => {
    const text =
      "# note\n[tune]\nargocd -> argo-cd\n\n[held-out]\nweb -is:deprecated -> a/nginx | traefik ! old\n";
    assert.deepEqual(parseQuestions("exact", text), [
      { kind: "exact", half: "tune", text: "argocd", wanted: ["argo-cd"], unwanted: [] },
      {
        ...{ kind: "exact", half: "held-out", text: "web -is:deprecated" },
        ...{ wanted: ["a/nginx", "traefik"], unwanted: ["old"] },
      },
    ]);
  });

  for (const line of ["[tune]\nredis", "[tune]\nredis -> ", "redis -> redis", "[tunes]\nredis -> redis"]) {
    test(`${JSON.stringify(line)} is refused with its line`, () => {
      assert.throws(() => parseQuestions("exact", line), /exact\.txt:[12]: /);
    });
  }
});

describe("scores", () => {
  const score = (question: Partial<Question>, hits: readonly string[]) =>
    scoreAnswer(
      { kind: "k", half: "tune", text: "t", wanted: ["redis"], unwanted: [], ...question },
      { hits, ms: 1 },
      CHARTS,
    );
  const numbers = ({ first, reciprocalRank, ndcg }: ReturnType<typeof score>) => [
    first,
    reciprocalRank,
    Number(ndcg.toFixed(2)),
  ];

  test("every wanted chart at the top is all there is to have", () => {
    assert.deepEqual(numbers(score({}, ["b/redis", "a/redis", "a/kafka"])), [1, 1, 1]);
  });
  test("a wanted chart in second and third place", () => {
    // 1/log2(3) + 1/log2(4), of 1 + 1/log2(3)
    assert.deepEqual(numbers(score({}, ["a/kafka", "b/redis", "a/redis"])), [0, 0.5, 0.69]);
  });
  test("a folder tells charts of one name apart", () => {
    assert.deepEqual(numbers(score({ wanted: ["a/redis"] }, ["b/redis", "a/redis"])), [0, 0.5, 0.63]);
  });
  test("the eleventh hit is no answer", () => {
    const others = Array.from({ length: 10 }, (_, index) => `x/${index}`);
    assert.deepEqual(numbers(score({}, [...others, "a/redis"])), [0, 0, 0]);
  });
  test("an unwanted chart spoils the answer", () => {
    assert.deepEqual(numbers(score({ unwanted: ["kafka"] }, ["b/redis", "a/kafka"])), [0, 0, 0]);
  });
  test("figures are means, and what falls short of one is said", () => {
    const scores = [score({}, ["a/redis"]), score({}, ["a/kafka", "a/redis"])];
    const { n, first, mrr } = figuresOf(scores);
    assert.deepEqual({ n, first, mrr }, { n: 2, first: 0.5, mrr: 0.75 });
    assert.deepEqual(findShortfalls(scores, [{ kinds: ["k"], first: 0.6, mrr: 0.75 }]), [
      "k: first hit .50, not .60",
    ]);
    assert.deepEqual(findShortfalls(scores, [{ kinds: ["gone"], first: 0, mrr: 0 }]), ["gone: no question"]);
    assert.deepEqual(findBetterPeers(scores, new Map([["peer", [score({}, ["a/redis"])]]])), [
      "k: peer 1.00, Chartroom .50",
    ]);
  });
});

test("made questions are the same for the same charts, in whatever order", () => {
  const charts = [
    {
      name: "cert-manager",
      repository: "a/cert-manager",
      description: "Issues renews certificates from several public authorities",
    },
    { name: "kafka", repository: "a/kafka", description: "Queue" },
  ] as unknown as readonly ChartDocument[];
  const made = generateQuestions(charts);
  assert.deepEqual(generateQuestions(charts.toReversed()), made);
  assert.deepEqual(
    [...new Set(made.map(({ kind }) => kind))],
    ["made-exact", "made-variant", "made-prefix", "made-typo", "made-words"],
  );
});
