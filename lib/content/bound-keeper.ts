import { rm } from "node:fs/promises";
import type { Digest } from "../oci/reference.ts";
import type { Log } from "../support/log.ts";
import { archiveFile, listArchives } from "./archive-folder.ts";
import { planRemovals } from "./plan-removals.ts";

/** What bounds the archives on disk. */
export interface StoreBound {
  /** Null: there is no bound. */
  readonly maxBytes: number | null;
  /** Archives that stay whatever the bound says; may throw. */
  readonly pinned: () => Promise<ReadonlySet<Digest>>;
}

/** When the folder is looked at again although its bound was not reached, ms: another process may write to it, too. */
const COUNTED_FOR = 60 * 60 * 1000;
/** What is written before the bound is tried again that could not be kept, as a share of it. */
const GRACE = 0.05;

/** Counts what is written to a folder of archives, and makes room when it is too much. */
export interface BoundKeeper {
  /** So many bytes more are there now (or less). Never throws, and never waits. */
  added(bytes: number): void;
  /** Resolves when nothing is being counted or removed. */
  settled(): Promise<void>;
}

/** Keeps what lies below `folder` within the bound. The folder is walked when the first archive is written, and then seldom. */
export function createBoundKeeper(
  folder: string,
  bound: StoreBound,
  log: Pick<Log, "info" | "warn">,
  now: () => number = Date.now,
): BoundKeeper {
  const maxBytes = bound.maxBytes ?? Number.POSITIVE_INFINITY;
  let total = 0;
  let countedAt = Number.NEGATIVE_INFINITY;
  let trimAt = maxBytes;
  let told = false;
  let working: Promise<void> | null = null;

  async function makeRoom(): Promise<void> {
    const before = total;
    const archives = await listArchives(folder, now());
    countedAt = now();
    // What came in the meantime may be counted twice: then the next look finds nothing to do.
    total += archives.reduce((sum, { size }) => sum + size, 0) - before;
    if (total <= maxBytes) return;
    const plan = planRemovals(archives, maxBytes, await bound.pinned());
    let removed = 0;
    for (const { digest, size } of plan.remove) {
      await rm(archiveFile(folder, digest), { force: true });
      total -= size;
      removed += 1;
    }
    if (removed > 0) log.info({ removed, bytes: total }, "archives removed that were not used for longest");
    if (plan.pinnedBytes > maxBytes && !told) {
      told = true;
      const fields = { bytes: plan.pinnedBytes, max_bytes: maxBytes };
      log.warn(
        fields,
        "the latest release of every chart takes more than CHARTROOM_CONTENT_SIZE; they are kept",
      );
    }
  }

  async function work(): Promise<void> {
    try {
      await makeRoom();
    } catch (error) {
      countedAt = now();
      log.warn({ err: error }, "no room could be made among the stored archives");
    }
    // Where the bound cannot be kept, a look at everything for each archive would help nobody.
    trimAt = Math.max(maxBytes, total + maxBytes * GRACE);
    working = null;
  }

  return {
    added(bytes) {
      total += bytes;
      if (total > trimAt || now() - countedAt > COUNTED_FOR) working ??= work();
    },
    settled: async () => {
      await working;
    },
  };
}
