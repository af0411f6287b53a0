import { LRUCache } from "lru-cache";
import type { ChartContent } from "../chart/chart-content.ts";
import { readChart } from "../chart/read-chart.ts";
import type { RepositoryName } from "../oci/reference.ts";
import type { BlobReader, CallOptions } from "../oci/registry-client.ts";
import type { ArchiveReference, ChartArchives } from "./chart-archives.ts";

/** Unpacked bytes of charts that are kept in memory between two requests. */
const CACHE_BYTES = 64 * 1024 * 1024;

/** What an archive holds, read as often as needed and unpacked seldom. */
export interface ChartReader {
  /** Throws `RegistryError` if the archive cannot be had, `ChartError` if it cannot be read. */
  read(
    registry: BlobReader,
    repository: RepositoryName,
    archive: ArchiveReference,
    options?: CallOptions,
  ): Promise<ChartContent>;
}

/** Reads through `archives`; the same digest is the same content, so nothing in the cache grows old. */
export function createChartReader(archives: ChartArchives): ChartReader {
  const cache = new LRUCache<string, ChartContent>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (content) => Math.max(1, content.unpackedSize),
  });
  return {
    async read(registry, repository, archive, options) {
      const known = cache.get(archive.digest);
      if (known !== undefined) return known;
      const content = await readChart([await archives.read(registry, repository, archive, options)]);
      cache.set(archive.digest, content);
      return content;
    },
  };
}
