import { Meilisearch } from "meilisearch";
import type { ChartDocument } from "#lib/search/document.ts";
import type { TestMeilisearch } from "#test/support/meilisearch.ts";
import type { Ask } from "./relevance-index.ts";

const INDEX = "plain";

interface PlainDocument {
  readonly id: string;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly description: string;
  readonly repository: string;
}

/** Meilisearch as it comes, over name, keywords and description of the same charts. */
export async function createPlainMeilisearch(
  { url, key }: TestMeilisearch,
  charts: readonly ChartDocument[],
): Promise<Ask> {
  const client = new Meilisearch({ host: url, apiKey: key });
  const index = client.index<PlainDocument>(INDEX);
  await client.deleteIndexIfExists(INDEX);
  const documents = charts.map(
    ({ id, name, keywords, description, repository }): PlainDocument => ({
      ...{ id, name, keywords, description, repository },
    }),
  );
  await index
    .updateSettings({ searchableAttributes: ["name", "keywords", "description"] })
    .waitTask({ timeout: 60_000 });
  const task = await index.addDocuments(documents, { primaryKey: "id" }).waitTask({ timeout: 60_000 });
  if (task.status !== "succeeded") throw new Error(`the scratch index: ${task.error?.message}`);

  return async (text) => {
    const started = performance.now();
    const { hits } = await index.search(text, { limit: 20 });
    return { hits: hits.map(({ repository }) => repository), ms: performance.now() - started };
  };
}
