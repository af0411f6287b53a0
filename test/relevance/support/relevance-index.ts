import { createHash } from "node:crypto";
import { glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import type { SourceConfig, SourceId } from "#lib/config/chartroom-config.ts";
import { createChartContent } from "#lib/content/content-parts.ts";
import { removeUnknownSources } from "#lib/indexer/remove-unknown-sources.ts";
import { syncSource } from "#lib/indexer/sync-source.ts";
import type { ChartDocument } from "#lib/search/document.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { prepareIndexes } from "#lib/search/prepare-indexes.ts";
import { CHARTS } from "#lib/search/settings.ts";
import { createSources } from "#lib/source/create-sources.ts";
import type { Source } from "#lib/source/source.ts";
import { startMeilisearch, type TestMeilisearch } from "#test/support/meilisearch.ts";
import type { Answer } from "./figures.ts";

/** An engine that questions are put to. */
export type Ask = (text: string) => Promise<Answer>;

/** What is indexed: each source an OCI layout that is made when the index is. */
export interface Holdings {
  /** What the layouts are made from, so that other holdings are not mistaken for these. */
  readonly description: string;
  readonly layouts: readonly { readonly id: string; readonly layOut: (folder: string) => Promise<void> }[];
}

/** The holdings in a real search engine, read by the product's own indexer, asked through its own catalog. */
export interface RelevanceIndex {
  readonly meilisearch: TestMeilisearch;
  readonly charts: readonly ChartDocument[];
  readonly ask: Ask;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "../../..");
/** The code that documents come from: when it changes, they are made anew. Settings are compared by the product itself. */
const DOCUMENT_CODE = [
  "lib/chart/*.ts",
  "lib/indexer/*.ts",
  "lib/search/document.ts",
  "lib/search/rank/{known-software,synonyms,terms}.ts",
  "lib/search/rank/software/*.ts",
];

/** Opens the index kept in `folder`, made anew if it is not of these holdings and this code. */
export async function openRelevanceIndex(folder: string, holdings: Holdings): Promise<RelevanceIndex> {
  const stamp = await stampOf(holdings);
  const stampFile = join(folder, "stamp");
  const isCurrent = (await readFile(stampFile, "utf8").catch(() => null)) === stamp;
  if (!isCurrent) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });

  const sources = createSources(holdings.layouts.map(({ id }) => layoutSource(id, join(folder, id))));
  const content = createChartContent(folder);
  const meilisearch = await startMeilisearch(folder);
  const stop = async () => {
    for (const { client } of sources) await client.close();
    await meilisearch.stop();
  };
  try {
    const engine = createMeilisearchEngine(meilisearch);
    await prepareIndexes(engine);
    if (!isCurrent) {
      await removeUnknownSources(engine, []);
      for (const { id, layOut } of holdings.layouts) await layOut(join(folder, id));
      for (const source of sources) await readWhole(source);
      await writeFile(stampFile, stamp);
    }
    const found = (await Array.fromAsync(engine.fetch(CHARTS, { filter: "" }))) as readonly ChartDocument[];
    // Many are written at once, in another order each time, which decides ties in an engine that is filled from here.
    const charts = found.toSorted((a, b) => (a.repository < b.repository ? -1 : 1));
    const catalog = createIndexedCatalog({
      reader: engine,
      charts: content.charts,
      sources: new Map(sources.map((source) => [source.id, source])),
    });
    const scope = scopeFor(
      ANONYMOUS,
      sources.map(({ id }) => ({ id, access: "public" })),
    );
    const ask: Ask = async (text) => {
      const started = performance.now();
      const { hits } = await catalog.search(parseChartQuery(new URLSearchParams({ q: text })), scope);
      return { hits: hits.map(({ repository }) => repository), ms: performance.now() - started };
    };
    return { meilisearch, charts, ask, stop };

    async function readWhole(source: Source): Promise<void> {
      const deps = { engine, charts: content.charts, onProgress: () => {} };
      const { problems } = await syncSource(deps, source, new AbortController().signal);
      for (const { message } of problems) console.log(`  not read: ${message}`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

function layoutSource(id: string, layout: string): SourceConfig {
  return {
    id: id as SourceId,
    kind: "layout",
    layout,
    writtenAs: layout,
    vendor: null,
    include: [],
    exclude: [],
    repositories: null,
    credentials: null,
    access: "public",
    ca: null,
    intervalMs: 60_000,
    eventSecret: null,
  };
}

async function stampOf({ description, layouts }: Holdings): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([description, layouts.map(({ id }) => id)]));
  for (const file of (await Array.fromAsync(glob(DOCUMENT_CODE, { cwd: ROOT }))).sort()) {
    hash.update(await readFile(join(ROOT, file)));
  }
  return hash.digest("hex");
}
