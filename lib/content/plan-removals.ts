import type { Digest } from "../oci/reference.ts";

/** An archive on disk. `usedAt` in ms since 1970: when it was stored, or read last, to the hour. */
export interface StoredArchive {
  readonly digest: Digest;
  readonly size: number;
  readonly usedAt: number;
}

/** What has to go, and what is there then, in bytes. */
export interface RemovalPlan {
  readonly remove: readonly StoredArchive[];
  readonly bytesLeft: number;
  readonly pinnedBytes: number;
}

/** How much of the bound is left full: room for what comes next, or every archive that is stored would cost a look at all. */
const LEFT_FULL = 0.9;

/** Which archives go so that the rest is within the bound: what was not used for longest, and never what is pinned. */
export function planRemovals(
  archives: readonly StoredArchive[],
  maxBytes: number,
  pinned: ReadonlySet<Digest>,
): RemovalPlan {
  const bytesOf = (some: readonly StoredArchive[]) => some.reduce((sum, { size }) => sum + size, 0);
  const pinnedBytes = bytesOf(archives.filter(({ digest }) => pinned.has(digest)));
  let bytesLeft = bytesOf(archives);
  const remove: StoredArchive[] = [];
  if (bytesLeft > maxBytes) {
    const others = archives.filter(({ digest }) => !pinned.has(digest));
    for (const archive of others.sort((a, b) => a.usedAt - b.usedAt)) {
      if (bytesLeft <= maxBytes * LEFT_FULL) break;
      remove.push(archive);
      bytesLeft -= archive.size;
    }
  }
  return { remove, bytesLeft, pinnedBytes };
}
