import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { askAll, askPeers } from "./support/engines.ts";
import type { Score } from "./support/figures.ts";
import { generateQuestions } from "./support/generated.ts";
import { indexesBeside, planHoldings, realArchives } from "./support/holdings.ts";
import { readQuestions, unknownNames } from "./support/question-files.ts";
import { HALVES, isNamed, type Question } from "./support/questions.ts";
import { openRelevanceIndex, type RelevanceIndex } from "./support/relevance-index.ts";
import { renderComparison, renderFigures, renderMisses } from "./support/report.ts";
import { DEMO_THRESHOLDS, findBetterPeers, findShortfalls, REAL_THRESHOLDS } from "./support/thresholds.ts";

const archives = realArchives();
console.log(
  archives === null
    ? "CHARTROOM_REAL_CHARTS is not set: questions about the sample charts of demo/ only"
    : `questions about the charts of ${archives}, and about the sample charts of demo/`,
);

relevanceOf("demo", null);
if (archives !== null) relevanceOf("real", archives);

function relevanceOf(about: "demo" | "real", folder: string | null): void {
  describe(`relevance: ${about} charts`, () => {
    let index: RelevanceIndex;
    let written: readonly Question[];
    let scores: readonly Score[];
    let repositories: readonly string[];
    const temporary = mkdtemp(join(tmpdir(), "relevance-"));

    before(async () => {
      const holdings = planHoldings({ archives: folder, extent: "newest", distractors: null });
      index = await openRelevanceIndex(join(await temporary, "index"), holdings);
      repositories = index.charts.map(({ repository }) => repository);
      written = await readQuestions(about);
      scores = await askAll(index.ask, written, repositories);
    });
    after(async () => {
      await index?.stop();
      await rm(await temporary, { recursive: true, force: true });
    });

    test("every chart in a question exists", () => {
      const isKnown = (name: string) => repositories.some((repository) => isNamed(name, repository));
      assert.deepEqual(unknownNames(written, isKnown), []);
    });

    for (const half of HALVES) {
      test(`the ${half} half is answered as promised`, () => {
        const some = scores.filter(({ question }) => question.half === half);
        console.log(`\n${renderMisses(some)}\n\n${renderFigures(`${about} charts, ${half}`, some)}`);
        const thresholds = about === "demo" ? DEMO_THRESHOLDS : REAL_THRESHOLDS;
        assert.deepEqual(findShortfalls(some, thresholds), []);
      });
    }

    if (folder === null) return;

    test("no peer answers a kind better", async () => {
      const peers = await askPeers(index, await temporary, written);
      console.log(`\n${renderComparison(new Map([["Chartroom", scores], ...peers]))}`);
      assert.deepEqual(findBetterPeers(scores, peers), []);
    });

    test("questions made by rule are answered", async () => {
      const made = await askAll(index.ask, generateQuestions(index.charts), repositories);
      console.log(`\n${renderFigures("made by rule", made)}`);
      assert.deepEqual(findShortfalls(made, [{ kinds: [], first: 0.9, mrr: 0.93 }]), []);
    });

    test("a crowd of other charts does not hide the answers", async () => {
      const distractors = indexesBeside(folder);
      const holdings = planHoldings({ archives: folder, extent: "newest", distractors });
      const crowd = await openRelevanceIndex(join(await temporary, "crowd"), holdings);
      try {
        const known = crowd.charts.map(({ repository }) => repository);
        const crowded = await askAll(crowd.ask, written, known);
        console.log(`\n${renderFigures(`among ${known.length} charts`, crowded)}`);
        assert.ok(known.length > repositories.length, "there is no crowd");
      } finally {
        await crowd.stop();
      }
    });
  });
}
