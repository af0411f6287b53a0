import "server-only";
import { LRUCache } from "lru-cache";
import type { ChartRelease } from "../../catalog/catalog.ts";

/** Gives what is remembered of a release's archive, or reads and remembers it; `part` is what of the archive is meant, if not the whole. */
export type ArchiveMemory<T> = (release: Pick<ChartRelease, "digests">, read: () => T, part?: string) => T;

/** A memory of what was read of archives: of all together at most `maxSize`, counted as `sizeOf` does; least recently used out. */
export function createArchiveMemory<T extends {}>(
  maxSize: number,
  sizeOf: (read: T) => number,
): ArchiveMemory<T> {
  const known = new LRUCache<string, T>({ maxSize, sizeCalculation: (read) => sizeOf(read) + 1 });
  return (release, read, part = "") => {
    const key = `${archiveDigest(release)} ${part}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = read();
    known.set(key, now);
    return now;
  };
}

/** What pins every byte of a release's archive. */
export function archiveDigest({ digests }: Pick<ChartRelease, "digests">): string {
  return digests.layer?.digest ?? digests.manifest;
}
