import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import type { ChartContent } from "../chart/chart-content.ts";
import { readArchiveFile, readChart } from "../chart/read-chart.ts";
import type { RepositoryName } from "../oci/reference.ts";
import type { BlobReader, CallOptions } from "../oci/registry-client.ts";
import type { ArchiveReference, ChartArchives } from "./chart-archives.ts";

/** Bytes of unpacked charts that are kept in memory between two requests. */
const CACHE_BYTES = 64 * 1024 * 1024;
/** What an entry of a list of files takes beside its path. */
const FILE_BYTES = 200;
/**
 * Archives of one registry that are read at once. Attack: an archive may unpack to 100 MiB, and thirty requests for it
 * took 3 GB. By registry, for one that gives its archives slowly is to hold up no other.
 */
const AT_ONCE = 4;

/** What an archive holds, read as often as needed and unpacked seldom. */
export interface ChartReader {
  /** Throws `RegistryError` if the archive cannot be had, `ChartError` if it cannot be read. */
  read(
    registry: BlobReader,
    repository: RepositoryName,
    archive: ArchiveReference,
    options?: CallOptions,
  ): Promise<ChartContent>;
  /** One file of the archive as its bytes are; null if there is none of that path. Throws as `read` does. */
  file(
    registry: BlobReader,
    repository: RepositoryName,
    archive: ArchiveReference,
    path: string,
  ): Promise<Uint8Array | null>;
}

/** Reads through `archives`; the same digest is the same content, so nothing in the cache grows old. */
export function createChartReader(archives: ChartArchives, cacheBytes = CACHE_BYTES): ChartReader {
  const cache = new LRUCache<string, ChartContent>({ maxSize: cacheBytes, sizeCalculation: weightOf });
  const lanes = new WeakMap<BlobReader, Lane>();

  function laneOf(registry: BlobReader): Lane {
    const lane = lanes.get(registry) ?? { turn: pLimit(AT_ONCE), underway: new Map() };
    lanes.set(registry, lane);
    return lane;
  }

  return {
    async read(registry, repository, archive, options) {
      const { turn, underway } = laneOf(registry);
      const unpack = async () => {
        const known = cache.get(archive.digest);
        if (known !== undefined) return known;
        const content = await readChart([await archives.read(registry, repository, archive, options)]);
        cache.set(archive.digest, content);
        return content;
      };
      const known = cache.get(archive.digest);
      if (known !== undefined) return known;
      // Who can cancel reads alone, for it would cancel the others too.
      if (options?.signal !== undefined) return turn(unpack);
      const running = underway.get(archive.digest);
      if (running !== undefined) return running;
      const reading = turn(unpack).finally(() => underway.delete(archive.digest));
      underway.set(archive.digest, reading);
      return reading;
    },

    file(registry, repository, archive, path) {
      return laneOf(registry).turn(async () =>
        readArchiveFile([await archives.read(registry, repository, archive)], path),
      );
    },
  };
}

/** The readings of one registry's archives. */
interface Lane {
  readonly turn: <T>(run: () => Promise<T>) => Promise<T>;
  readonly underway: Map<string, Promise<ChartContent>>;
}

/** Attack: 10,000 empty files with long names are no bytes of content, and 7 MB in memory. */
function weightOf({ unpackedSize, files }: ChartContent): number {
  return files.reduce((sum, { path }) => sum + 2 * path.length + FILE_BYTES, unpackedSize);
}
