import { createHash } from "node:crypto";
import type { AccessScope } from "../access/scope.ts";
import type { ChartPlace, ListedRelease, SourceListing } from "../catalog/source-listing.ts";
import { channelOf } from "../chart/version.ts";
import type { SourceConfig } from "../config/chartroom-config.ts";
import type { ChartDocument, ReleaseDocument } from "./document.ts";
import { allOf, equals, isOneOf } from "./filter.ts";
import type { SearchReader } from "./search-engine.ts";
import { CHARTS, RELEASES } from "./settings.ts";
import { metadataOf } from "./stored-metadata.ts";

/** Releases held at a time. Attack: half a megabyte of annotations in each of a thousand versions. */
const RELEASES_AT_ONCE = 100;
const CHART_FIELDS = ["id", "repository", "name", "fingerprint", "releases"] as const;
const RELEASE_FIELDS = [
  ...(["chart", "repository", "tag", "version", "created", "layer", "archive", "metadata"] as const),
];

type KnownChart = Pick<ChartDocument, (typeof CHART_FIELDS)[number]>;
type KnownRelease = Pick<ReleaseDocument, (typeof RELEASE_FIELDS)[number]>;

/** What a source holds below a namespace; null if that is nothing. Throws `SearchEngineError`. */
export async function readSourceListing(
  reader: SearchReader,
  source: SourceConfig,
  namespace: string | null,
): Promise<SourceListing | null> {
  const charts: KnownChart[] = [];
  const filter = equals("source", source.id);
  for await (const document of reader.fetch(CHARTS, { filter, fields: CHART_FIELDS })) {
    const chart = document as KnownChart;
    if (namespace === null || chart.repository.startsWith(`${namespace}/`)) charts.push(chart);
  }
  if (charts.length === 0 && namespace !== null) return null;
  charts.sort((a, b) => compare(a.name, b.name) || compare(a.repository, b.repository));
  const states = charts.map(({ repository, name, fingerprint }) => [repository, name, fingerprint]);
  const content = JSON.stringify([states, await countReleases(reader, source)]);
  return {
    fingerprint: createHash("sha256").update(content).digest("hex").slice(0, 32),
    releases: () => readReleases(reader, source, charts),
  };
}

/** Every chart in the scope, by source and repository. */
export async function* readChartPlaces(reader: SearchReader, scope: AccessScope): AsyncGenerator<ChartPlace> {
  const charts: (Pick<ChartDocument, "source" | "repository"> & Pick<ChartDocument, "updated">)[] = [];
  const filter = isOneOf("source", scope.sources);
  const fields = ["source", "repository", "updated"];
  for await (const document of reader.fetch(CHARTS, { filter, fields }))
    charts.push(document as ChartDocument);
  charts.sort((a, b) => compare(a.source, b.source) || compare(a.repository, b.repository));
  for (const { source, repository, updated } of charts) yield { id: { source, repository }, updated };
}

/** A chart may be written a moment before its new releases: what is listed then must not pass for what is listed later. */
async function countReleases(reader: SearchReader, { id }: SourceConfig): Promise<number> {
  const filter = allOf([equals("source", id), equals("kind", "chart")]);
  const question = { index: RELEASES, text: "", filter, facets: ["source"], limit: 0, retrieve: [] };
  const [answer] = await reader.search([question]);
  return answer?.facets.source?.[id] ?? 0;
}

async function* readReleases(
  reader: SearchReader,
  source: SourceConfig,
  charts: readonly KnownChart[],
): AsyncGenerator<ListedRelease> {
  for (const batch of batchesOf(charts)) {
    const ids = batch.map(({ id }) => id);
    const filter = allOf([isOneOf("chart", ids), equals("kind", "chart")]);
    const options = { filter, fields: RELEASE_FIELDS, pageSize: RELEASES_AT_ONCE };
    if (batch.length === 1) {
      for await (const document of reader.fetch(RELEASES, options)) {
        yield* listed(source, batch[0], document as KnownRelease);
      }
      continue;
    }
    const releases = (await Array.fromAsync(reader.fetch(RELEASES, options))) as KnownRelease[];
    const byChart = Map.groupBy(releases, ({ chart }) => chart);
    for (const chart of batch) {
      for (const release of byChart.get(chart.id) ?? []) yield* listed(source, chart, release);
    }
  }
}

/** Several charts with few releases are one question to the engine; one with many is read page by page. */
function* batchesOf(charts: readonly KnownChart[]): Generator<readonly KnownChart[]> {
  let batch: KnownChart[] = [];
  let count = 0;
  for (const chart of charts) {
    if (batch.length > 0 && count + chart.releases > RELEASES_AT_ONCE) {
      yield batch;
      [batch, count] = [[], 0];
    }
    batch.push(chart);
    count += chart.releases;
  }
  if (batch.length > 0) yield batch;
}

/**
 * A tag such as `latest` is no version, and Helm could not ask for it; nor for a release from when the chart had another name,
 * which is left out too.
 */
function listed(
  source: SourceConfig,
  chart: KnownChart | undefined,
  release: KnownRelease,
): readonly ListedRelease[] {
  const { repository, tag, version, created, layer, metadata } = release;
  if (layer === null || metadata === null || channelOf(version) === "other" || metadata.name !== chart?.name)
    return [];
  const address = addressOf(source, release);
  const { digest } = layer;
  return [{ repository, tag, version, created, digest, address, metadata: metadataOf(metadata) }];
}

function addressOf(source: SourceConfig, { repository, version, archive }: KnownRelease): string | null {
  switch (source.kind) {
    case "registry":
      // With `+`, not the tag's `_`: `helm dependency update` takes what follows the colon for a version.
      return `oci://${source.registry.host}/${repository}:${version}`;
    case "repository":
      return archive;
    case "layout":
      return null;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
