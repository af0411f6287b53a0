import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { readFile, rm, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import type { Digest } from "../oci/reference.ts";
import type { Log } from "../support/log.ts";
import { archiveFile } from "./archive-folder.ts";
import { createBoundKeeper, type StoreBound } from "./bound-keeper.ts";

/**
 * Chart archives by digest, on disk, exactly as the registry served them: one digest is one file however many
 * repositories and sources publish it. It can be thrown away; what is missing is downloaded again. Knowing a digest is
 * not a right to read it: callers reach it through a release that the viewer's scope allows. A disk that is full or cannot
 * be read is told in the log, and costs nobody a page.
 */
export interface ArchiveStore {
  /** The bytes, verified against the digest; null if they are not there (or were damaged, and are gone now). */
  get(digest: Digest): Promise<Uint8Array | null>;
  /** Keeps bytes that were verified when they were downloaded. A reader never sees half a file. */
  put(digest: Digest, bytes: Uint8Array): Promise<void>;
  /** Whether there is a file of that digest; reading it may find that it is damaged. */
  has(digest: Digest): boolean;
  /** Resolves when no room is being made. */
  settled(): Promise<void>;
}

/** What a store is held to, and whom it tells. */
export interface StoreOptions extends StoreBound {
  readonly log: Pick<Log, "info" | "warn">;
  /** ms since 1970. */
  readonly now?: () => number;
}

/** How exactly it is known when an archive was last read, ms: to note it more often would write at every reading. */
const USE_NOTED_EVERY = 60 * 60 * 1000;
/** The same trouble with the disk is told once in so many ms. */
const TOLD_EVERY = 60_000;

const UNBOUNDED: StoreOptions = {
  maxBytes: null,
  pinned: async () => new Set(),
  log: { info: () => undefined, warn: () => undefined },
};

/** A store below `folder`, which is made when the first archive is kept; unbounded and silent by default. */
export function createArchiveStore(folder: string, options: StoreOptions = UNBOUNDED): ArchiveStore {
  const { now = Date.now } = options;
  const warn = seldom(options.log.warn, now);
  const keeper = createBoundKeeper(folder, options, options.log, now);

  return {
    async get(digest) {
      const path = archiveFile(folder, digest);
      try {
        // Most of what is asked for while indexing is not there; to see that is cheaper than to fail.
        const file = statFile(path);
        const bytes = file === undefined ? null : await readFile(path).catch(absent);
        if (file === undefined || bytes === null) return null;
        if (`sha256:${createHash("sha256").update(bytes).digest("hex")}` === digest) {
          if (now() - file.mtimeMs > USE_NOTED_EVERY) noteUse(path, new Date(now()));
          return bytes;
        }
        await rm(path, { force: true });
        keeper.added(-file.size);
      } catch (error) {
        warn({ err: error }, "a stored archive could not be read");
      }
      return null;
    },
    async put(digest, bytes) {
      const path = archiveFile(folder, digest);
      const part = `${path}.${randomUUID()}.part`;
      try {
        const before = statFile(path)?.size ?? 0;
        // In one go: for a few kilobytes, four trips through the thread pool cost more than the writing does.
        mkdirSync(dirname(part), { recursive: true });
        writeFileSync(part, bytes);
        renameSync(part, path);
        keeper.added(bytes.length - before);
      } catch (error) {
        warn({ err: error }, "an archive could not be stored");
        removeQuietly(part);
      }
    },
    has: (digest) => existsSync(archiveFile(folder, digest)),
    settled: () => keeper.settled(),
  };
}

function statFile(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** Not waited for: what it is for can do without. */
function noteUse(path: string, at: Date): void {
  utimes(path, at, at).catch(() => undefined);
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written, nothing is there.
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** Says the same at most once a minute: a full disk fails with every archive. */
function seldom(warn: Log["warn"], now: () => number): Log["warn"] {
  const saidAt = new Map<string, number>();
  return (fields, message) => {
    if (now() - (saidAt.get(message) ?? Number.NEGATIVE_INFINITY) < TOLD_EVERY) return;
    saidAt.set(message, now());
    warn(fields, message);
  };
}
