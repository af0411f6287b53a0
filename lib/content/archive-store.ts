import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Digest } from "../oci/reference.ts";

/**
 * Chart archives by digest, on disk, exactly as the registry served them: one digest is one file however many
 * repositories and sources publish it. It can be thrown away; what is missing is downloaded again. Knowing a digest is
 * not a right to read it: callers reach it through a release that the viewer's scope allows.
 */
export interface ArchiveStore {
  /** The bytes, verified against the digest; null if they are not there (or were damaged, and are gone now). */
  get(digest: Digest): Promise<Uint8Array | null>;
  /** Keeps bytes that were verified when they were downloaded. A reader never sees half a file. */
  put(digest: Digest, bytes: Uint8Array): Promise<void>;
}

/** A store below `folder`, which is made when the first archive is kept. */
export function createArchiveStore(folder: string): ArchiveStore {
  const fileOf = (digest: Digest) => {
    const hex = digest.slice("sha256:".length);
    return join(folder, "sha256", hex.slice(0, 2), `${hex}.tgz`);
  };
  return {
    async get(digest) {
      const file = fileOf(digest);
      // Most of what is asked for while indexing is not there; to see that is cheaper than to fail.
      const bytes = existsSync(file) ? await readFile(file).catch(absent) : null;
      if (bytes === null) return null;
      if (`sha256:${createHash("sha256").update(bytes).digest("hex")}` === digest) return bytes;
      await rm(file, { force: true });
      return null;
    },
    async put(digest, bytes) {
      const file = fileOf(digest);
      const part = `${file}.${randomUUID()}.part`;
      // In one go: for a few kilobytes, four trips through the thread pool cost more than the writing does.
      mkdirSync(dirname(part), { recursive: true });
      writeFileSync(part, bytes);
      renameSync(part, file);
    },
  };
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
