import pMap from "p-map";
import { createHelm } from "#test/support/helm.ts";
import { type Score, scoreAnswer } from "./figures.ts";
import { createHelmSearch } from "./helm-search.ts";
import { createPlainMeilisearch } from "./plain-meilisearch.ts";
import type { Question } from "./questions.ts";
import type { Ask, RelevanceIndex } from "./relevance-index.ts";

/** The kind whose questions are in a language that only Chartroom speaks. */
export const QUALIFIER = "qualifier";

/** Puts every question to an engine, one after another, so that times mean something. */
export async function askAll(
  ask: Ask,
  questions: readonly Question[],
  repositories: readonly string[],
  concurrency = 1,
): Promise<readonly Score[]> {
  return pMap(questions, async (one) => scoreAnswer(one, await ask(one.text), repositories), { concurrency });
}

/** What the peers make of the same charts; they are not asked what they have no words for. */
export async function askPeers(
  index: RelevanceIndex,
  folder: string,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, readonly Score[]>> {
  const asked = questions.filter(({ kind }) => kind !== QUALIFIER);
  const repositories = index.charts.map(({ repository }) => repository);
  await using helm = await createHelm();
  const helmSearch = await createHelmSearch(helm, folder, index.charts);
  const plain = await createPlainMeilisearch(index.meilisearch, index.charts);
  return new Map([
    ["helm search repo", await askAll(helmSearch, asked, repositories, 2)],
    ["Meilisearch default", await askAll(plain, asked, repositories)],
  ]);
}
