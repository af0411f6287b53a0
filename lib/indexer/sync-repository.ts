import { ChartError } from "../chart/chart-error.ts";
import type { ChartReader } from "../content/chart-reader.ts";
import { RegistryError } from "../oci/errors.ts";
import type { Digest, RepositoryName, Tag } from "../oci/reference.ts";
import type { Manifest } from "../oci/registry-client.ts";
import {
  type ChartDocument,
  chartDocumentId,
  type KnownRelease,
  type ReleaseDocument,
  releaseDocumentId,
} from "../search/document.ts";
import type { DocumentWriter } from "../search/document-writer.ts";
import { equals } from "../search/filter.ts";
import { latestRelease } from "../search/release-order.ts";
import type { SearchReader } from "../search/search-engine.ts";
import { CHARTS, RELEASES } from "../search/settings.ts";
import type { Source } from "../source/source.ts";
import { chartDocumentOf, fingerprintOf } from "./chart-document.ts";
import { withEarlierManifest } from "./moved-tag.ts";
import { type Foreknowledge, observeRepository, type RequestTurn } from "./observe.ts";
import { planRechecks, type Recheck } from "./pace.ts";
import { planRepository } from "./plan.ts";
import { readRelease, releaseUnder } from "./read-release.ts";
import type { RetryDelays } from "./retry-delays.ts";
import type { SyncTally } from "./sync-report.ts";

const INDEXED_FIELDS = Object.keys({
  archive: true,
  chart: true,
  source: true,
  repository: true,
  tag: true,
  kind: true,
  reader: true,
  digest: true,
  manifest: true,
  movedFrom: true,
  version: true,
  created: true,
  layer: true,
  provenance: true,
  hasSchema: true,
  error: true,
} satisfies Record<keyof KnownRelease, true>);
type IndexedChart = Pick<ChartDocument, "fingerprint">;

/** What is read of one repository, by what tags point at: `latest` and the version it follows are read once. */
type Readings = Map<Digest, Promise<ReleaseDocument>>;

/** What the reading of one source works with. */
export interface SyncParts {
  readonly reader: SearchReader;
  readonly writer: DocumentWriter;
  readonly charts: ChartReader;
  readonly turn: RequestTurn;
  readonly tally: SyncTally;
  readonly retries: RetryDelays;
  readonly recheck: Recheck;
  readonly signal: AbortSignal;
  /** Called with every change that is on its way into the index; the pass ends when all have arrived. */
  readonly sent: (change: Promise<void>) => void;
}

/**
 * Brings what is indexed of one repository to what it holds: observe, plan, read, apply. Resolves to what its tags point
 * at, without those that could not be read; null if the repository could not be listed.
 */
export async function syncRepository(
  parts: SyncParts,
  source: Source,
  repository: RepositoryName,
): Promise<ReadonlyMap<Tag, Digest> | null> {
  const { tally, retries, signal, turn } = parts;
  const [indexed, chart] = await Promise.all([
    indexedReleases(parts.reader, source, repository),
    indexedChart(parts.reader, source, repository),
  ]);
  const observed = await observeRepository(
    source.client,
    repository,
    foreknowledgeOf(parts, repository, indexed),
    {
      turn,
      signal,
      onUnreadable: (entry) => tally.addUnnamable(`${repository}: ${entry}`),
      absence: source.config.repositories === null ? "is-empty" : "is-an-error",
    },
  );
  if (observed.kind === "unreadable") tally.addUnreadable(observed.error, { repository });
  const unread = new Map(observed.kind === "listed" ? observed.unreadable : []);
  const now = Date.now();
  for (const [tag, error] of unread) {
    if (retries.standing(repository, tag, now) !== error) retries.failed(repository, tag, error, now);
  }

  const plan = planRepository([...indexed.values()], observed);
  const releases = new Map<Tag, KnownRelease>([...indexed].filter(([tag]) => !plan.remove.includes(tag)));
  for (const tag of plan.remove)
    parts.sent(parts.writer.remove(RELEASES, releaseDocumentId(source.id, repository, tag)));

  const readings: Readings = new Map();
  await Promise.all(
    plan.read.map(async (tag) => {
      const release = await turn(() => readTag(parts, source, repository, tag, readings));
      if (release instanceof RegistryError) {
        unread.set(tag, release);
        retries.failed(repository, tag, release, Date.now());
      } else if (release === "gone") {
        releases.delete(tag);
        parts.sent(parts.writer.remove(RELEASES, releaseDocumentId(source.id, repository, tag)));
      } else {
        const remembered = withEarlierManifest(release, indexed.get(tag));
        releases.set(tag, remembered);
        tally.addRelease(remembered);
        parts.sent(parts.writer.put(RELEASES, remembered));
      }
    }),
  );
  for (const [tag, error] of unread) tally.addUnreadable(error, { repository, tag });
  if (observed.kind === "listed") {
    for (const tag of [...indexed.keys(), ...releases.keys()]) {
      if (!unread.has(tag)) retries.succeeded(repository, tag);
    }
  }
  for (const release of releases.values()) tally.addBadArchive(release);
  await syncChart(parts, source, repository, chart, [...releases.values()]);
  tally.addSettled(plan.keep.length, plan.remove.length);
  if (observed.kind === "unreadable") return null;
  const seen = [...releases.values()].filter(({ tag }) => !unread.has(tag));
  return new Map(seen.map(({ tag, digest }) => [tag, digest]));
}

function foreknowledgeOf(
  { retries, recheck }: SyncParts,
  repository: RepositoryName,
  indexed: ReadonlyMap<Tag, KnownRelease>,
): (tag: Tag) => Foreknowledge {
  const asked = planRechecks([...indexed.values()], repository, recheck);
  const now = Date.now();
  return (tag) => {
    const patient = recheck.kind === "paced" || (recheck.kind === "named" && !recheck.tags.has(tag));
    const standing = retries.standing(repository, tag, now);
    if (patient && standing instanceof RegistryError) return standing;
    const known = indexed.get(tag)?.digest ?? null;
    return known !== null && (asked.has(tag) || standing !== null) ? "ask" : known;
  };
}

async function readTag(
  parts: SyncParts,
  source: Source,
  repository: RepositoryName,
  tag: Tag,
  readings: Readings,
): Promise<ReleaseDocument | "gone" | RegistryError> {
  const options = { signal: parts.signal };
  try {
    const manifest = await unlessGone(source.client.manifest(repository, tag, options));
    if (manifest === "gone") return manifest;
    const { digest } = manifest.descriptor;
    const reading =
      readings.get(digest) ?? readRelease(parts.charts, source, repository, tag, manifest, options);
    readings.set(digest, reading);
    return releaseUnder(tag, await reading);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code === "cancelled") throw error;
    return error;
  }
}

/** A tag may be deleted between listing and reading; a layer that is missing from a manifest that is there is a fault. */
async function unlessGone(manifest: Promise<Manifest>): Promise<Manifest | "gone"> {
  return manifest.catch((error) => {
    if (error instanceof RegistryError && error.code === "not-found") return "gone";
    throw error;
  });
}

/** Writes the chart's own document if it is not the one of these releases. */
async function syncChart(
  parts: SyncParts,
  source: Source,
  repository: RepositoryName,
  indexed: IndexedChart | null,
  releases: readonly KnownRelease[],
): Promise<void> {
  const id = chartDocumentId(source.id, repository);
  const latest = latestRelease(releases);
  if (latest === null || latest.layer === null) {
    if (indexed !== null) parts.sent(parts.writer.remove(CHARTS, id));
    return;
  }
  if (indexed?.fingerprint === fingerprintOf(releases)) return;
  try {
    const content = await parts.charts.read(source.client, repository, latest.layer, {
      signal: parts.signal,
    });
    const document = chartDocumentOf({ ...latest, layer: latest.layer }, content, releases);
    parts.sent(parts.writer.put(CHARTS, document));
  } catch (error) {
    if (error instanceof RegistryError && error.code !== "cancelled") {
      parts.tally.addUnreadable(error, { repository, tag: latest.tag });
    } else if (!(error instanceof ChartError)) throw error;
  }
}

async function indexedReleases(
  reader: SearchReader,
  source: Source,
  repository: RepositoryName,
): Promise<ReadonlyMap<Tag, KnownRelease>> {
  const releases = new Map<Tag, KnownRelease>();
  const filter = equals("chart", chartDocumentId(source.id, repository));
  for await (const document of reader.fetch(RELEASES, { filter, fields: INDEXED_FIELDS })) {
    const release = document as KnownRelease;
    releases.set(release.tag, release);
  }
  return releases;
}

async function indexedChart(
  reader: SearchReader,
  source: Source,
  repository: RepositoryName,
): Promise<IndexedChart | null> {
  const chart = await reader.get(CHARTS, chartDocumentId(source.id, repository), ["fingerprint"]);
  return chart as IndexedChart | null;
}
