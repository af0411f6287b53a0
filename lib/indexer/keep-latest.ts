import pMap from "p-map";
import type { ChartArchives } from "../content/chart-archives.ts";
import { RegistryError } from "../oci/errors.ts";
import { findArchive, type LatestArchive, readLatestArchives } from "../search/latest-archives.ts";
import type { SearchReader } from "../search/search-engine.ts";
import type { Source } from "../source/source.ts";
import type { Log } from "../support/log.ts";

/** Archives that are downloaded at once; half of the source's connections stay free for passes and events. */
const DOWNLOADS_AT_ONCE = 4;
/** Failures, or archives that could not be stored, after which the rest is left to the next time. */
const MAX_FAILURES = 10;

/** What keeping the latest needs from outside. */
export interface KeepingParts {
  readonly reader: SearchReader;
  readonly archives: ChartArchives;
  readonly log: Pick<Log, "info" | "warn">;
}

/**
 * Sees to it that the archive of each chart's latest release is stored: downloads what was thrown away, lost or never kept.
 * Throws `SearchEngineError`, and the signal's reason; what the registry does not give is for the next time.
 */
export async function keepLatest(
  { reader, archives, log }: KeepingParts,
  source: Source,
  signal: AbortSignal,
): Promise<void> {
  let stored = 0;
  const failures: string[] = [];
  const keep = async (chart: LatestArchive) => {
    if (failures.length >= MAX_FAILURES) return;
    const archive = await findArchive(reader, chart);
    if (archive === null) return;
    try {
      await archives.download(source.client, chart.repository, archive, { signal });
      if (archives.isStored(archive.digest)) stored += 1;
      else failures.push(`${chart.repository}: it could not be stored`);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof RegistryError)) throw error;
      failures.push(`${chart.repository}: ${error.message}`);
    }
  };
  await pMap(missing(reader, archives, source, signal), keep, { concurrency: DOWNLOADS_AT_ONCE, signal });
  if (stored > 0) log.info({ source: source.id, stored }, "archives of latest releases stored again");
  if (failures.length > 0) {
    const fields = { source: source.id, failed: failures.length, example: failures[0] };
    log.warn(fields, "archives of latest releases could not be stored");
  }
}

async function* missing(
  reader: SearchReader,
  archives: ChartArchives,
  source: Source,
  signal: AbortSignal,
): AsyncGenerator<LatestArchive> {
  for await (const chart of readLatestArchives(reader, source.id)) {
    signal.throwIfAborted();
    if (!archives.isStored(chart.layer)) yield chart;
  }
}
