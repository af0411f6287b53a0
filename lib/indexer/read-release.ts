import { ChartError } from "../chart/chart-error.ts";
import { type ChartLayers, chartLayersOf } from "../chart/chart-manifest.ts";
import { versionOfTag } from "../chart/version.ts";
import { MAX_ARCHIVE_BYTES } from "../content/chart-archives.ts";
import type { ChartReader } from "../content/chart-reader.ts";
import type { RepositoryName, Tag } from "../oci/reference.ts";
import type { CallOptions, Descriptor, ImageManifest, Manifest } from "../oci/registry-client.ts";
import {
  chartDocumentId,
  READER_VERSION,
  type ReleaseDocument,
  releaseDocumentId,
  type StoredBlob,
} from "../search/document.ts";
import { storedMetadata } from "../search/stored-metadata.ts";
import { ARCHIVE_ADDRESS } from "../source/repository/archive-address.ts";
import type { Source } from "../source/source.ts";

/** Manifests of an image index that are looked at in search of a chart; a multi-platform image has about ten. */
const MAX_INDEX_CHILDREN = 32;

/**
 * Reads what a tag points at. Throws `RegistryError` if the registry does not give it: then nothing is known. An archive
 * that is there but cannot be read is known, and becomes a document of kind `failed` with the reason.
 */
export async function readRelease(
  charts: ChartReader,
  source: Source,
  repository: RepositoryName,
  tag: Tag,
  manifest: Manifest,
  options: CallOptions,
): Promise<ReleaseDocument> {
  const seen = documentOf(source, repository, tag, manifest);
  try {
    const found = await findChart(source, repository, manifest, options);
    if (found === null) return seen;
    const { image, layers } = found;
    const release = {
      ...seen,
      kind: "chart" as const,
      manifest: image.descriptor.digest,
      created: createdOf(image),
      layer: blobOf(layers.chart),
      provenance: layers.provenance === null ? null : blobOf(layers.provenance),
      // Only our own client of chart repositories may say this: in a registry, whoever pushed wrote the annotations.
      archive: source.config.kind === "repository" ? (image.annotations[ARCHIVE_ADDRESS] ?? null) : null,
    };
    return { ...release, ...(await readArchive(charts, source, release, options)) };
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    return { ...seen, kind: "failed", error: { code: error.code, message: error.message } };
  }
}

/** A release as it is under another tag of its repository that points at the same. */
export function releaseUnder(tag: Tag, release: ReleaseDocument): ReleaseDocument {
  const id = releaseDocumentId(release.source, release.repository, tag);
  return { ...release, id, tag, version: versionOfTag(tag) };
}

async function readArchive(
  charts: ChartReader,
  source: Source,
  release: ReleaseDocument & { readonly layer: StoredBlob },
  options: CallOptions,
): Promise<Pick<ReleaseDocument, "kind" | "hasSchema" | "metadata" | "error">> {
  const failed = (code: string, message: string) =>
    ({ kind: "failed", hasSchema: false, metadata: null, error: { code, message } }) as const;
  if (release.layer.size > MAX_ARCHIVE_BYTES) {
    return failed(
      "too-large",
      `The archive has ${release.layer.size} bytes; at most ${MAX_ARCHIVE_BYTES} are read.`,
    );
  }
  try {
    const content = await charts.read(source.client, release.repository, release.layer, options);
    const metadata = storedMetadata(content.metadata);
    return { kind: "chart", hasSchema: content.schema !== null, metadata, error: null };
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    return failed(error.code, error.message);
  }
}

/** The chart among what a manifest holds: itself, or the first chart of an index (Helm takes any, helm/helm#32539). */
async function findChart(
  source: Source,
  repository: RepositoryName,
  manifest: Manifest,
  options: CallOptions,
): Promise<{ readonly image: ImageManifest; readonly layers: ChartLayers } | null> {
  if (manifest.kind === "image") {
    const layers = chartLayersOf(manifest);
    return layers === null ? null : { image: manifest, layers };
  }
  for (const child of manifest.manifests.slice(0, MAX_INDEX_CHILDREN)) {
    if (child.annotations?.["vnd.docker.reference.type"] !== undefined || isPlatformImage(child)) continue;
    const image = await source.client.manifest(repository, child.digest, options);
    const layers = image.kind === "image" ? chartLayersOf(image) : null;
    if (image.kind === "image" && layers !== null) return { image, layers };
  }
  return null;
}

/** A child for a platform is a container image: no chart names an operating system. */
function isPlatformImage(child: Descriptor): boolean {
  return child.platform !== undefined && child.platform.os !== "unknown";
}

function documentOf(
  source: Source,
  repository: RepositoryName,
  tag: Tag,
  manifest: Manifest,
): ReleaseDocument {
  return {
    id: releaseDocumentId(source.id, repository, tag),
    chart: chartDocumentId(source.id, repository),
    source: source.id,
    repository,
    tag,
    kind: "other",
    reader: READER_VERSION,
    digest: manifest.descriptor.digest,
    manifest: manifest.descriptor.digest,
    version: versionOfTag(tag),
    created: null,
    layer: null,
    provenance: null,
    archive: null,
    hasSchema: false,
    metadata: null,
    error: null,
  };
}

function blobOf({ digest, size }: Descriptor): StoredBlob {
  return { digest, size };
}

/** `org.opencontainers.image.created` as UTC; whoever pushed wrote it, so it may be anything. */
function createdOf(image: ImageManifest): string | null {
  const time = Date.parse(image.annotations["org.opencontainers.image.created"] ?? "");
  const year = new Date(time).getUTCFullYear();
  return year >= 2000 && year <= 2200 ? new Date(time).toISOString() : null;
}
