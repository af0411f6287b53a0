import type { AccessScope } from "../access/scope.ts";
import {
  type Catalog,
  CatalogError,
  type ChartRelease,
  type PartialNotice,
  type ReleaseContent,
  type ReleaseOrigin,
} from "../catalog/catalog.ts";
import type { ChartId } from "../catalog/chart-path.ts";
import { ChartError } from "../chart/chart-error.ts";
import { tagOfVersion } from "../chart/version.ts";
import type { SourceConfig, SourceId } from "../config/chartroom-config.ts";
import type { ChartReader } from "../content/chart-reader.ts";
import { RegistryError } from "../oci/errors.ts";
import { publicMessage } from "../source/public-message.ts";
import type { Source } from "../source/source.ts";
import { abandonable } from "./abandonable.ts";
import { createChartInsides } from "./chart-insides.ts";
import { createCopyCheck } from "./copy-check.ts";
import { chartDocumentId, type ReleaseDocument, releaseDocumentId } from "./document.ts";
import { readFailedReleases } from "./failed-releases.ts";
import { allOf, equals, isOneOf } from "./filter.ts";
import { readOtherTags } from "./other-tags.ts";
import { createPartialNotices } from "./partial-notices.ts";
import { createChartRelations } from "./relations/chart-relations.ts";
import { latestRelease, newestFirst, type ReleaseToSummarize, summaryOf } from "./release-order.ts";
import { searchCharts } from "./search-charts.ts";
import { SearchEngineError, type SearchReader } from "./search-engine.ts";
import { RELEASES } from "./settings.ts";
import { readChartPlaces, readSourceListing } from "./source-listing.ts";
import { readSourceStates } from "./source-states.ts";
import { metadataOf } from "./stored-metadata.ts";

/** What the catalog stands on. */
export interface CatalogParts {
  readonly reader: SearchReader;
  readonly charts: ChartReader;
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/**
 * What is fetched of every release of a chart. Attack: half a megabyte of annotations in each of a thousand versions packs
 * into nothing, and would be held in memory for each page of that chart.
 */
const LISTED_FIELDS = [
  ...["id", "repository", "tag", "kind", "digest", "manifest", "version", "created", "layer", "provenance"],
  ...["error", "movedFrom", "metadata.appVersion", "metadata.deprecated"],
];

/** A release without most of its metadata. */
type ListedRelease = Omit<ReleaseDocument, "metadata"> & ReleaseToSummarize;

/** The catalog over index, content store and, for what is not stored, the registries themselves. */
export function createIndexedCatalog(parts: CatalogParts): Catalog {
  const { reader, charts, sources } = parts;
  const search = { reader, insides: createChartInsides(reader), copies: createCopyCheck(reader) };
  const notices = createPartialNotices(reader);

  /** Releases of a chart that the scope holds, newest first; empty for what is unknown and what is hidden alike. */
  async function releasesOf(id: ChartId, scope: AccessScope): Promise<readonly ListedRelease[]> {
    if (!scope.sources.has(id.source)) return [];
    const filter = allOf([
      equals("chart", chartDocumentId(id.source, id.repository)),
      isOneOf("kind", ["chart", "failed"]),
    ]);
    const releases: ListedRelease[] = [];
    for await (const document of reader.fetch(RELEASES, { filter, fields: LISTED_FIELDS }))
      releases.push(document as ListedRelease);
    return releases.sort(newestFirst);
  }

  async function staleness(id: SourceId, scope: AccessScope): Promise<PartialNotice | null> {
    return (await notices(scope)).find(({ source }) => source === id) ?? null;
  }

  async function contentOf(source: Source, release: ReleaseDocument): Promise<ReleaseContent> {
    if (release.error !== null) return { kind: "unavailable", reason: release.error.message, passing: false };
    if (release.layer === null)
      return { kind: "unavailable", reason: "It has no chart archive.", passing: false };
    try {
      const content = await charts.read(source.client, release.repository, release.layer);
      return { kind: "available", content };
    } catch (error) {
      if (error instanceof RegistryError) {
        const { message, passing } = publicFailure(source, error);
        return { kind: "unavailable", reason: message, passing };
      }
      if (error instanceof ChartError) return { kind: "unavailable", reason: error.message, passing: false };
      throw error;
    }
  }

  const configs = [...sources.values()].map(({ config }) => config);
  return {
    ...createChartRelations(reader, configs, answering),

    search: (query, scope, signal) =>
      answering(async () => {
        // What others are waiting for too is not given up with one who has gone.
        const asked = signal === undefined ? search : { ...search, reader: abandonable(reader, signal) };
        const [page, partial] = await Promise.all([searchCharts(asked, query, scope), notices(scope)]);
        return { ...page, partial };
      }),

    versions: (id, scope) =>
      answering(async () => {
        const releases = await releasesOf(id, scope);
        return releases.length === 0 ? null : releases.map(summaryOf);
      }),

    otherTags: async (id, scope) =>
      scope.sources.has(id.source) ? answering(() => readOtherTags(reader, id)) : null,

    release: (id, version, scope) =>
      answering(async (): Promise<ChartRelease | null> => {
        const source = sources.get(id.source);
        const [releases, stale] = await Promise.all([releasesOf(id, scope), staleness(id.source, scope)]);
        const latest = latestRelease(releases) ?? releases[0];
        const listed = version === null ? latest : findRelease(releases, version);
        if (source === undefined || listed === undefined) return null;
        const release = (await reader.get(RELEASES, listed.id)) as ReleaseDocument | null;
        if (release === null) return null;
        return {
          id,
          summary: summaryOf(release),
          latest: listed === latest,
          metadata: release.metadata === null ? null : metadataOf(release.metadata),
          digests: { manifest: release.manifest, layer: release.layer, provenance: release.provenance },
          content: await contentOf(source, release),
          origin: originOf(source.config, release),
          stale,
        };
      }),

    file: (id, version, path, scope) =>
      answering(async () => {
        const source = sources.get(id.source);
        const release = findRelease(await releasesOf(id, scope), version);
        if (source === undefined || !release?.layer) return null;
        try {
          return await charts.file(source.client, id.repository, release.layer, path);
        } catch (error) {
          if (error instanceof RegistryError) throw publicFailure(source, error);
          if (error instanceof ChartError) return null;
          throw error;
        }
      }),

    listing: (id, namespace, scope) =>
      answering(async () => {
        const source = scope.sources.has(id) ? sources.get(id) : undefined;
        const listing =
          source === undefined ? null : await readSourceListing(reader, source.config, namespace);
        return listing === null ? null : { ...listing, releases: () => answeringEach(listing.releases()) };
      }),

    archive: (id, tag, scope) =>
      answering(async () => {
        const source = scope.sources.has(id.source) ? sources.get(id.source) : undefined;
        if (source === undefined) return null;
        const found = await reader.get(RELEASES, releaseDocumentId(id.source, id.repository, tag));
        const release = found as ReleaseDocument | null;
        if (!release?.layer || release.metadata === null) return null;
        const { layer, version, metadata } = release;
        return {
          fileName: `${metadata.name}-${version}.tgz`,
          ...layer,
          read: () => charts.archive(source.client, id.repository, layer),
        };
      }),

    charts: (scope) => answeringEach(readChartPlaces(reader, scope)),

    failedReleases: async (source, scope) =>
      scope.sources.has(source) ? answering(() => readFailedReleases(reader, source)) : null,

    sources: (scope) =>
      answering(() =>
        readSourceStates(
          reader,
          [...sources.values()].map(({ id, config }) => ({ id, registry: placeName(config) })),
          scope,
        ),
      ),
  };
}

/** A failure as everyone may read it. */
function publicFailure({ config }: Source, error: RegistryError): RegistryError {
  return new RegistryError(error.code, publicMessage(config, error.message), { cause: error });
}

function originOf(config: SourceConfig, { layer }: ReleaseDocument): ReleaseOrigin {
  const needs = { signIn: config.credentials !== null, privateCa: config.ca !== null };
  if (config.kind === "registry") {
    const { host, protocol } = config.registry;
    return { kind: "registry", host, plainHttp: protocol === "http:", ...needs };
  }
  if (config.kind === "repository") return { kind: "repository", url: config.repository.href, ...needs };
  const archive =
    layer === null ? null : `${config.writtenAs.replace(/\/+$/, "")}/blobs/${layer.digest.replace(":", "/")}`;
  return { kind: "layout", archive };
}

/** How people call the place of a source. */
function placeName(config: SourceConfig): string {
  if (config.kind === "registry") return config.registry.host;
  return config.kind === "layout" ? config.writtenAs : config.repository.host + config.repository.pathname;
}

/** By tag, then by version as written in an address, then by manifest digest. */
function findRelease(releases: readonly ListedRelease[], version: string): ListedRelease | undefined {
  return (
    releases.find((release) => release.version === version || release.tag === tagOfVersion(version)) ??
    releases.find((release) => release.manifest === version || release.digest === version)
  );
}

/** What goes wrong in the engine is one thing to a reader: nothing is known now. */
async function answering<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw asCatalogError(error);
  }
}

/** The same for what is read bit by bit. */
async function* answeringEach<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    throw asCatalogError(error);
  }
}

function asCatalogError(error: unknown): unknown {
  return error instanceof SearchEngineError ? new CatalogError(error.message, { cause: error }) : error;
}
