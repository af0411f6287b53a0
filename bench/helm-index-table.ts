import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { packDemoCharts } from "#demo/pack-charts.ts";
import type { ChartMetadata } from "#lib/chart/metadata.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import type { SourceId } from "#lib/config/chartroom-config.ts";
import type { RepositoryName, Tag } from "#lib/oci/reference.ts";
import { chartDocumentId, releaseDocumentId } from "#lib/search/document.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { CHARTS, RELEASES } from "#lib/search/settings.ts";
import { readRealArchives } from "../test/real/support/real-archives.ts";
import { createHelm, type Helm } from "../test/support/helm.ts";
import { extractArchives } from "../test/support/layout-archives.ts";
import { type ServedSources, serveSources } from "../test/support/served-sources.ts";

const SIZES = [1_000, 10_000];
const SOURCE = "bench" as SourceId;
const DIGEST = `sha256:${"a".repeat(64)}`;
const MIB = 1024 * 1024;

/** The index for Helm made from the charts' own Chart.yaml, beside the same index as block YAML, as `helm repo index` writes it. */
export async function benchmarkHelmIndex(): Promise<string> {
  const charts = await readMetadata();
  await using served = await serveSources(
    [`{ name: ${SOURCE}, registry: "http://127.0.0.1:9", plainHttp: true }`],
    ["helm/[...path]"],
  );
  const rows: string[] = [];
  for (const size of SIZES) {
    await fill(charts, size);
    rows.push(await measure(served, size));
  }
  return [
    "| releases | MB | index written, ms | memory beside it, MiB | not changed (304), ms | helm search repo, ms | over block YAML, ms |",
    "|--:|--:|--:|--:|--:|--:|--:|",
    ...rows,
    "",
  ].join("\n");
}

async function measure(served: ServedSources, size: number): Promise<string> {
  const address = `${served.url}/helm/${SOURCE}/index.yaml`;
  await (await fetch(address)).text();
  const start = process.memoryUsage.rss();
  let most = start;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10);
  const began = performance.now();
  const answer = await fetch(address);
  let bytes = 0;
  for await (const piece of answer.body ?? []) bytes += piece.length;
  const written = performance.now() - began;
  clearInterval(watch);
  const headers = { "if-none-match": answer.headers.get("etag") ?? "" };
  const unchanged = await timeOf(() => fetch(address, { headers }));

  await using helm = await createHelm();
  const search = await searchTime(helm, "json", `${served.url}/helm/${SOURCE}`);
  const block = stringify(await (await fetch(address)).json());
  const peer = createServer((_request, response) => response.end(block));
  await new Promise<void>((resolve) => peer.listen(0, "127.0.0.1", resolve));
  const { port } = peer.address() as AddressInfo;
  const blockSearch = await searchTime(helm, "block", `http://127.0.0.1:${port}`);
  peer.closeAllConnections();
  peer.close();
  const cells = [written, (most - start) / MIB, unchanged, search, blockSearch].map((value) =>
    value.toFixed(0),
  );
  return `| ${[size, (bytes / 1e6).toFixed(1), ...cells].join(" | ")} |`;
}

/** With that repository alone: Helm reads the index of every one it knows. */
async function searchTime(helm: Helm, name: string, url: string): Promise<number> {
  await helm("repo", "add", name, url);
  const time = await timeOf(() => helm("search", "repo", "redis"));
  await helm("repo", "remove", name);
  return time;
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** Puts releases into the search engine as the indexer would, the same number of each chart. */
async function fill(charts: readonly ChartMetadata[], size: number): Promise<void> {
  const engine = createMeilisearchEngine({
    url: process.env.MEILI_URL ?? "",
    key: process.env.MEILI_MASTER_KEY ?? null,
  });
  const each = Math.ceil(size / charts.length);
  const releases = charts.flatMap((metadata) =>
    Array.from({ length: each }, (_, minor) => releaseOf(metadata, `1.${minor}.0`)),
  );
  releases.length = Math.min(size, releases.length);
  for (let at = 0; at < releases.length; at += 500) await engine.put(RELEASES, releases.slice(at, at + 500));
  const documents = charts.map(({ name }) => {
    const repository = repositoryOf(name);
    const id = chartDocumentId(SOURCE, repository);
    return { id, source: SOURCE, repository, name, fingerprint: String(size), releases: each, layer: DIGEST };
  });
  await engine.put(CHARTS, documents);
}

function releaseOf(metadata: ChartMetadata, version: string) {
  const repository = repositoryOf(metadata.name);
  const chart = chartDocumentId(SOURCE, repository);
  return {
    id: releaseDocumentId(SOURCE, repository, version as Tag),
    ...{ chart, source: SOURCE, repository, tag: version, version, kind: "chart", digest: DIGEST },
    ...{ manifest: DIGEST, created: "2026-01-01T00:00:00.000Z", layer: { digest: DIGEST, size: 1 } },
    ...{ provenance: null, archive: null, error: null, metadata: { ...metadata, version } },
  };
}

function repositoryOf(name: string): RepositoryName {
  return `charts/${name.toLowerCase()}` as RepositoryName;
}

/** Of charts with different names. */
async function readMetadata(): Promise<readonly ChartMetadata[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-helm-index-"));
  try {
    const orders = process.env.CHARTROOM_REAL_CHARTS ? await readRealArchives() : await unpackSamples(folder);
    const byName = new Map<string, ChartMetadata>();
    for (const { file } of orders) {
      const content = await readChart([await readFile(file)]).catch(() => null);
      if (content !== null) byName.set(content.metadata.name.toLowerCase(), content.metadata);
    }
    return [...byName.values()];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpackSamples(folder: string) {
  await packDemoCharts(join(folder, "layout"));
  return extractArchives(join(folder, "layout"), join(folder, "archives"));
}
