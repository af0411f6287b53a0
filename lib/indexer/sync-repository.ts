import { ChartError } from "../chart/chart-error.ts";
import type { ChartReader } from "../content/chart-reader.ts";
import { RegistryError } from "../oci/errors.ts";
import type { RepositoryName, Tag } from "../oci/reference.ts";
import type { Manifest } from "../oci/registry-client.ts";
import {
  type ChartDocument,
  chartDocumentId,
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
import { observeRepository, type RequestTurn } from "./observe.ts";
import { planRepository } from "./plan.ts";
import { readRelease } from "./read-release.ts";
import type { SyncTally } from "./sync-report.ts";

/** What the reading of one source works with. */
export interface SyncParts {
  readonly reader: SearchReader;
  readonly writer: DocumentWriter;
  readonly charts: ChartReader;
  readonly turn: RequestTurn;
  readonly tally: SyncTally;
  readonly signal: AbortSignal;
  /** Called with every change that is on its way into the index; the pass ends when all have arrived. */
  readonly sent: (change: Promise<void>) => void;
}

/** Brings what is indexed of one repository to what it holds: observe, plan, read, apply. */
export async function syncRepository(
  parts: SyncParts,
  source: Source,
  repository: RepositoryName,
): Promise<void> {
  const { tally, signal, turn } = parts;
  const indexed = await indexedReleases(parts.reader, source, repository);
  const observed = await observeRepository(source.client, repository, new Set(indexed.keys()), {
    turn,
    signal,
    absence: source.config.repositories === null ? "is-empty" : "is-an-error",
  });
  if (observed.kind === "unreadable") tally.addUnreadable(observed.error, { repository });
  else for (const [tag, error] of observed.unreadable) tally.addUnreadable(error, { repository, tag });

  const plan = planRepository([...indexed.values()], observed);
  const releases = new Map([...indexed].filter(([tag]) => !plan.remove.includes(tag)));
  for (const tag of plan.remove)
    parts.sent(parts.writer.remove(RELEASES, releaseDocumentId(source.id, repository, tag)));

  await Promise.all(
    plan.read.map(async (tag) => {
      const release = await turn(() => readTag(parts, source, repository, tag));
      if (release === "gone") {
        releases.delete(tag);
        parts.sent(parts.writer.remove(RELEASES, releaseDocumentId(source.id, repository, tag)));
      } else if (release !== "unreadable") {
        releases.set(tag, release);
        tally.addRelease(release);
        parts.sent(parts.writer.put(RELEASES, release));
      }
    }),
  );
  for (const release of releases.values()) tally.addBadArchive(release);
  await syncChart(parts, source, repository, [...releases.values()]);
  tally.finishRepository(plan.keep.length, plan.remove.length);
}

async function readTag(
  parts: SyncParts,
  source: Source,
  repository: RepositoryName,
  tag: Tag,
): Promise<ReleaseDocument | "gone" | "unreadable"> {
  const options = { signal: parts.signal };
  try {
    const manifest = await unlessGone(source.client.manifest(repository, tag, options));
    return manifest === "gone"
      ? manifest
      : await readRelease(parts.charts, source, repository, tag, manifest, options);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code === "cancelled") throw error;
    parts.tally.addUnreadable(error, { repository, tag });
    return "unreadable";
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
  releases: readonly ReleaseDocument[],
): Promise<void> {
  const id = chartDocumentId(source.id, repository);
  const indexed = await parts.reader.get(CHARTS, id, ["fingerprint"]);
  const latest = latestRelease(releases);
  if (latest === null || latest.layer === null) {
    if (indexed !== null) parts.sent(parts.writer.remove(CHARTS, id));
    return;
  }
  const fingerprint = fingerprintOf(releases);
  if (indexed !== null && (indexed as ChartDocument).fingerprint === fingerprint) return;
  try {
    const content = await parts.charts.read(source.client, repository, latest.layer, {
      signal: parts.signal,
    });
    parts.sent(parts.writer.put(CHARTS, chartDocumentOf(latest, content, fingerprint)));
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
): Promise<ReadonlyMap<Tag, ReleaseDocument>> {
  const releases = new Map<Tag, ReleaseDocument>();
  const filter = equals("chart", chartDocumentId(source.id, repository));
  for await (const document of reader.fetch(RELEASES, { filter })) {
    const release = document as ReleaseDocument;
    releases.set(release.tag, release);
  }
  return releases;
}
