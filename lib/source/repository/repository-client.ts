import { type ChartLayers, chartLayersOf } from "../../chart/chart-manifest.ts";
import { createPatientSession, type RegistryClientOptions } from "../../oci/client.ts";
import { RegistryError } from "../../oci/errors.ts";
import { HELM_CHART, HELM_CONFIG, OCI_MANIFEST } from "../../oci/media-types.ts";
import type { Digest, RepositoryName, Tag } from "../../oci/reference.ts";
import type {
  CallOptions,
  Descriptor,
  ImageManifest,
  ListOptions,
  RegistryClient,
} from "../../oci/registry-client.ts";
import { digestOf, streamOf } from "../archive-bytes.ts";
import { createSnapshot } from "../snapshot.ts";
import { ARCHIVE_ADDRESS, formatArchiveAddress, type OciAddress } from "./archive-address.ts";
import { createArchiveDownloads } from "./archive-downloads.ts";
import type { IndexProblem, IndexRelease } from "./index-entry.ts";
import { type FetchedIndex, fetchIndex } from "./repository-index.ts";

/** Which chart repository, and how it is read. */
export interface RepositoryClientOptions extends Omit<RegistryClientOptions, "registry"> {
  /** The folder `index.yaml` lies in; ends with a slash. */
  readonly repository: URL;
  /** The client of a registry whose repository an `oci://` address may name; null for every other. */
  readonly registryAt: (host: string, repository: RepositoryName) => RegistryClient | null;
}

/** Archives that are downloaded at most to find the one that was asked for. */
const MAX_TRIED = 32;
const CREATED = "org.opencontainers.image.created";

/**
 * A chart repository (`index.yaml`) as if it were a registry: a chart is a repository, a version a tag. What a tag
 * resolves to is the digest of what the index says of it, so that a changed entry is noticed without a download; a
 * manifest costs the download of its archive, for an index knows no sizes and need not know digests.
 */
export function createRepositoryClient(options: RepositoryClientOptions): RegistryClient {
  const { repository: base, registryAt } = options;
  const session = createPatientSession({ ...options, registry: base });
  const downloads = createArchiveDownloads(base, session);
  const learned = new WeakMap<IndexRelease, Digest>();
  const indexUrl = new URL("index.yaml", base);
  const index = createSnapshot<FetchedIndex>((last, signal) => fetchIndex(session, indexUrl, last, signal));

  async function chartOf(repository: RepositoryName, held: Promise<FetchedIndex>) {
    const releases = (await held).charts.get(repository);
    if (releases !== undefined) return releases;
    throw new RegistryError("not-found", `${indexUrl.href}: has no chart ${repository}`);
  }

  async function find(repository: RepositoryName, reference: Tag | Digest, signal?: AbortSignal) {
    const releases = await chartOf(repository, index.held(signal));
    const entry =
      releases.get(reference as Tag) ?? releases.values().find((one) => stated(one).digest === reference);
    if (entry === undefined) {
      throw new RegistryError("not-found", `${indexUrl.href}: has no ${repository} ${reference}`);
    }
    if (entry.kind === "release") return entry;
    throw new RegistryError("bad-response", `${indexUrl.href}: ${entry.name}: ${entry.reason}`);
  }

  async function layersOf(release: IndexRelease, call: CallOptions): Promise<ChartLayers> {
    const address = downloads.addressOf(release);
    const layers =
      address.kind === "oci"
        ? await layersAt(release, address, call)
        : { chart: await downloads.describe(release, address.url, call), provenance: null };
    learned.set(release, layers.chart.digest);
    return layers;
  }

  async function layersAt(
    release: IndexRelease,
    address: OciAddress,
    call: CallOptions,
  ): Promise<ChartLayers> {
    const manifest = await peer(address).manifest(address.repository, address.tag, call);
    const layers = manifest.kind === "image" ? chartLayersOf(manifest) : null;
    const where = `oci://${address.host}/${address.repository}:${address.tag}`;
    if (layers === null) throw new RegistryError("bad-response", `${where}: is no chart`);
    const { digest, size } = layers.chart;
    if (release.digest !== null && release.digest !== digest) {
      throw new RegistryError("digest-mismatch", `${where}: holds ${digest}, not ${release.digest}`);
    }
    return { ...layers, chart: { mediaType: HELM_CHART, digest, size } };
  }

  function peer({ host, repository }: OciAddress): RegistryClient {
    const registry = registryAt(host, repository);
    if (registry !== null) return registry;
    const where = `oci://${host}/${repository}`;
    throw new RegistryError(
      "denied",
      `${indexUrl.href}: no source here reads ${where}, where an archive lies`,
    );
  }

  /** The release an archive belongs to. Where the index names no digests, only the archives can tell. */
  async function releaseHolding(
    repository: RepositoryName,
    digest: Digest,
    call: CallOptions,
  ): Promise<IndexRelease> {
    const entries = await chartOf(repository, index.recent(call.signal));
    const releases = [...entries.values()].filter((entry) => entry.kind === "release");
    const known = releases.find((one) => (one.digest ?? learned.get(one)) === digest);
    if (known !== undefined) return known;
    const open = releases.filter((one) => one.digest === null && !learned.has(one));
    for (const release of open.slice(0, MAX_TRIED)) {
      try {
        if ((await layersOf(release, call)).chart.digest === digest) return release;
      } catch (error) {
        // Another archive that cannot be had says nothing about this one.
        if (!(error instanceof RegistryError) || error.code === "cancelled") throw error;
      }
    }
    throw new RegistryError("not-found", `${indexUrl.href}: ${repository} has no archive ${digest}`);
  }

  return {
    async ping(call = {}) {
      await index.fresh(call.signal);
    },

    async *repositories(call: ListOptions = {}) {
      const { charts, unnamable } = await index.fresh(call.signal);
      for (const name of unnamable) call.onUnreadable?.(name);
      yield* charts.keys();
    },

    async *tags(repository, call: ListOptions = {}) {
      const releases = await chartOf(repository, index.recent(call.signal));
      const { unversioned } = await index.held(call.signal);
      const lost = unversioned.get(repository) ?? [];
      for (const { name, reason } of lost) call.onUnreadable?.(`${name}: ${reason}`);
      // A chart of which nothing can be read is not a chart without releases: what is indexed of it stays.
      if (releases.size === 0 && lost[0] !== undefined) {
        throw new RegistryError("bad-response", `${indexUrl.href}: ${lost[0].name}: ${lost[0].reason}`);
      }
      yield* releases.keys();
    },

    async resolve(repository, reference, call = {}) {
      return stated(await find(repository, reference, call.signal));
    },

    async manifest(repository, reference, call = {}): Promise<ImageManifest> {
      const release = await find(repository, reference, call.signal);
      const { chart, provenance } = await layersOf(release, call);
      const signature = provenance ?? (await downloads.describeProvenance(release, call));
      const address = formatArchiveAddress(downloads.addressOf(release));
      return {
        kind: "image",
        descriptor: stated(release),
        artifactType: null,
        config: { mediaType: HELM_CONFIG, digest: digestOf("{}"), size: 2 },
        layers: signature === null ? [chart] : [chart, signature],
        annotations: {
          ...(address === null ? {} : { [ARCHIVE_ADDRESS]: address }),
          ...(release.created === null ? {} : { [CREATED]: release.created }),
        },
      };
    },

    async blob(repository, blob, call = {}) {
      const described = downloads.take(blob);
      if (described !== null) return described;
      const release = await releaseHolding(repository, blob.digest, call);
      const address = downloads.addressOf(release);
      if (address.kind === "web") {
        return downloads.take(blob) ?? streamOf(base.href, await downloads.fetch(address.url, call), blob);
      }
      return peer(address).blob(address.repository, blob, call);
    },

    close: () => session.close(),
  };
}

/**
 * What a tag points at: what the index says of the release, which is what its document is made from. What follows the path of
 * an address is a signature more often than not, new each time; where the digest pins the archive it says nothing.
 */
function stated(entry: IndexRelease | IndexProblem): Descriptor {
  const text =
    entry.kind === "release"
      ? JSON.stringify([
          ...[entry.chart, entry.tag, entry.digest ?? entry.url],
          ...[entry.url.split("?")[0], entry.created],
        ])
      : JSON.stringify([entry.name, entry.reason]);
  return { mediaType: OCI_MANIFEST, digest: digestOf(text), size: Buffer.byteLength(text) };
}
