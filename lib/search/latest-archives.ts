import type { SourceId } from "../config/chartroom-config.ts";
import type { Digest } from "../oci/reference.ts";
import type { ChartDocument, ReleaseDocument, StoredBlob } from "./document.ts";
import { allOf, equals } from "./filter.ts";
import type { SearchReader } from "./search-engine.ts";
import { CHARTS, RELEASES } from "./settings.ts";

/** A chart, as far as the archive of its latest release goes. */
export type LatestArchive = Pick<ChartDocument, "id" | "repository" | "layer">;

const FIELDS = ["id", "repository", "layer"] as const;

/** The archive of each chart's latest release, in one source or in all. Throws `SearchEngineError`. */
export async function* readLatestArchives(
  reader: SearchReader,
  source: SourceId | null,
): AsyncGenerator<LatestArchive> {
  const filter = source === null ? "" : equals("source", source);
  for await (const document of reader.fetch(CHARTS, { filter, fields: FIELDS }))
    yield document as LatestArchive;
}

/** Digests of the archives that a store keeps in any case. Throws `SearchEngineError`. */
export async function readLatestDigests(reader: SearchReader): Promise<ReadonlySet<Digest>> {
  const digests = new Set<Digest>();
  for await (const { layer } of readLatestArchives(reader, null)) digests.add(layer);
  return digests;
}

/** The archive with its size, as a release of the chart names it; null if none does any more. Throws `SearchEngineError`. */
export async function findArchive(
  reader: SearchReader,
  { id, layer }: LatestArchive,
): Promise<StoredBlob | null> {
  const filter = allOf([equals("chart", id), equals("kind", "chart")]);
  for await (const document of reader.fetch(RELEASES, { filter, fields: ["layer"] })) {
    const release = document as Pick<ReleaseDocument, "layer">;
    if (release.layer?.digest === layer) return release.layer;
  }
  return null;
}
