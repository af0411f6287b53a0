import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import type { ChartContent } from "../chart/chart-content.ts";
import { readArchiveFile, readChart } from "../chart/read-chart.ts";
import type { Digest, RepositoryName } from "../oci/reference.ts";
import type { BlobReader, CallOptions } from "../oci/registry-client.ts";
import type { ArchiveReference, ChartArchives } from "./chart-archives.ts";

/** Bytes of unpacked charts that are kept in memory between two requests. */
const CACHE_BYTES = 64 * 1024 * 1024;
/** What an entry of a list of files takes beside its path. */
const FILE_BYTES = 200;
/** Archives of one registry that are unpacked at once. Attack: one may hold 100 MiB, and thirty requests for it took 3 GB. */
const UNPACKED_AT_ONCE = 4;
/** Archives of one registry that are downloaded at once: apart, for one that gives them slowly holds up nothing that is stored. */
const DOWNLOADED_AT_ONCE = 8;

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
  /** The archive as its bytes are. Throws `RegistryError`. */
  archive(registry: BlobReader, repository: RepositoryName, archive: ArchiveReference): Promise<Uint8Array>;
}

/** Reads through `archives`; the same digest is the same content, so nothing in the cache grows old. */
export function createChartReader(
  archives: Pick<ChartArchives, "stored" | "download">,
  cacheBytes = CACHE_BYTES,
): ChartReader {
  const cache = new LRUCache<string, ChartContent>({ maxSize: cacheBytes, sizeCalculation: weightOf });
  const lanes = new WeakMap<BlobReader, Lane>();

  function laneOf(registry: BlobReader): Lane {
    const lane = lanes.get(registry) ?? createLane();
    lanes.set(registry, lane);
    return lane;
  }

  /** Does something with the bytes of an archive when its turn has come. */
  async function withBytes<T>(
    { unpackTurn, downloadTurn, downloads }: Lane,
    [registry, repository, archive, options]: Parameters<ChartReader["read"]>,
    use: (bytes: Uint8Array) => Promise<T>,
  ): Promise<T> {
    const found = await unpackTurn(async () => {
      const bytes = await archives.stored(archive);
      return bytes === null ? null : { result: await use(bytes) };
    });
    if (found !== null) return found.result;
    const download = () => downloadTurn(() => archives.download(registry, repository, archive, options));
    const bytes = await together(downloads, archive.digest, options, download);
    return unpackTurn(() => use(bytes));
  }

  return {
    async read(...request) {
      const [registry, , { digest }, options] = request;
      const known = cache.get(digest);
      if (known !== undefined) return known;
      const lane = laneOf(registry);
      const unpack = () =>
        withBytes(lane, request, async (bytes) => {
          const content = cache.get(digest) ?? (await readChart([bytes]));
          cache.set(digest, content);
          return content;
        });
      return together(lane.readings, digest, options, unpack);
    },

    file: (registry, repository, archive, path) =>
      withBytes(laneOf(registry), [registry, repository, archive], (bytes) => readArchiveFile([bytes], path)),

    archive: (registry, repository, archive) =>
      withBytes(laneOf(registry), [registry, repository, archive], async (bytes) => bytes),
  };
}

/** The readings of one registry's archives. */
interface Lane {
  readonly unpackTurn: Turn;
  readonly downloadTurn: Turn;
  readonly downloads: Map<Digest, Promise<Uint8Array>>;
  readonly readings: Map<Digest, Promise<ChartContent>>;
}
type Turn = <T>(run: () => Promise<T>) => Promise<T>;

function createLane(): Lane {
  return {
    unpackTurn: pLimit(UNPACKED_AT_ONCE),
    downloadTurn: pLimit(DOWNLOADED_AT_ONCE),
    downloads: new Map(),
    readings: new Map(),
  };
}

/** Does once what several want of one archive at a time. Who can cancel does it alone, for it would cancel the others too. */
function together<T>(
  underway: Map<Digest, Promise<T>>,
  digest: Digest,
  options: CallOptions | undefined,
  run: () => Promise<T>,
): Promise<T> {
  if (options?.signal !== undefined) return run();
  const running = underway.get(digest) ?? run().finally(() => underway.delete(digest));
  underway.set(digest, running);
  return running;
}

/** Attack: 10,000 empty files with long names are no bytes of content, and 7 MB in memory. */
function weightOf({ unpackedSize, files, subchartTexts }: ChartContent): number {
  const listed = files.reduce((sum, { path }) => sum + 2 * path.length + FILE_BYTES, unpackedSize);
  // Of a packed subchart `unpackedSize` counts the archive only.
  return subchartTexts.reduce(
    (sum, { path, text }) => sum + text.length + 2 * path.length + FILE_BYTES,
    listed,
  );
}
