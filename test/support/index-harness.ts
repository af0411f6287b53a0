import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog } from "#lib/catalog/catalog.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import { createChartContent } from "#lib/content/content-parts.ts";
import { removeUnknownSources } from "#lib/indexer/remove-unknown-sources.ts";
import type { SyncReport } from "#lib/indexer/sync-report.ts";
import { syncSource } from "#lib/indexer/sync-source.ts";
import type { RegistryClient } from "#lib/oci/registry-client.ts";
import type { ChartDocument, ReleaseDocument } from "#lib/search/document.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { prepareIndexes } from "#lib/search/prepare-indexes.ts";
import type { SearchEngine } from "#lib/search/search-engine.ts";
import { CHARTS, RELEASES } from "#lib/search/settings.ts";
import type { Source } from "#lib/source/source.ts";
import { chartArchive } from "./archive-builder.ts";
import { type FakeRegistry, startFakeRegistry } from "./fake-registry.ts";
import type { FakeUser } from "./fake-registry-auth.ts";
import { hurriedClient } from "./fake-registry-client.ts";
import type { TestMeilisearch } from "./meilisearch.ts";

/** A source over a fake registry, indexed into a real search engine. */
export interface IndexHarness {
  readonly registry: FakeRegistry;
  readonly engine: SearchEngine;
  readonly source: Source;
  readonly content: ReturnType<typeof createChartContent>;
  /** Pushes a chart as `helm push` does. */
  pushChart(repository: string, version: string, files?: Readonly<Record<string, string>>): Promise<void>;
  /** One pass, with the usual client or another. */
  sync(client?: RegistryClient): Promise<SyncReport>;
  releases(): Promise<readonly ReleaseDocument[]>;
  charts(): Promise<readonly ChartDocument[]>;
  stop(): Promise<void>;
}

/** What a source is, where it is not the usual one. */
export interface HarnessOptions {
  readonly id?: string;
  /** Whose tokens the registry asks for; it asks for nobody's without. */
  readonly user?: FakeUser;
}

/** Starts a registry over an emptied engine; `repositories` names them where the catalog is not to be read. */
export async function startIndexHarness(
  meilisearch: TestMeilisearch,
  repositories: Source["config"]["repositories"] = null,
  { id: name = "acme", user }: HarnessOptions = {},
): Promise<IndexHarness> {
  const registry = await startFakeRegistry(user === undefined ? {} : { auth: { kind: "token", user } });
  const folder = await mkdtemp(join(tmpdir(), "index-harness-"));
  const engine = createMeilisearchEngine(meilisearch);
  await prepareIndexes(engine);
  await removeUnknownSources(engine, []);
  const id = name as SourceId;
  const client = hurriedClient(registry.url, { credentials: user ?? null });
  const config = {
    id,
    kind: "registry",
    registry: registry.url,
    vendor: null,
    include: [],
    exclude: [],
    repositories,
    credentials: null,
    access: "public",
    ca: null,
    intervalMs: 1_000,
    eventSecret: null,
  } as const;
  const source: Source = { id, config, client };
  const content = createChartContent(folder);
  const read = async (index: string) => {
    const documents = await Array.fromAsync(engine.fetch(index, { filter: "" }));
    return documents as { readonly id: string }[];
  };
  return {
    registry,
    engine,
    source,
    content,
    async pushChart(repository, version, files = {}) {
      const name = repository.split("/").at(-1) ?? "";
      registry.push(repository, version.replaceAll("+", "_"), {
        layers: [{ content: await chartArchive({ name, version, files }) }],
        annotations: { "org.opencontainers.image.created": "2026-11-01T12:00:00Z" },
      });
    },
    sync: (other = client) =>
      syncSource(
        { engine, charts: content.charts, onProgress: () => {} },
        { ...source, client: other },
        new AbortController().signal,
      ),
    releases: async () => (await read(RELEASES)) as ReleaseDocument[],
    charts: async () => (await read(CHARTS)) as ChartDocument[],
    async stop() {
      await client.close();
      await registry.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What is indexed, as pages see it. */
export function catalogOver({ engine, content, source }: IndexHarness): Catalog {
  return createIndexedCatalog({ reader: engine, ...content, sources: new Map([[source.id, source]]) });
}
