import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Digest, parseDigest } from "../oci/reference.ts";
import type { StoredArchive } from "./plan-removals.ts";

/** Age from which a file that is being written counts as left behind by a process that died, ms. */
const STRAY_AFTER = 60 * 60 * 1000;
const ARCHIVE = /^([0-9a-f]{64})\.tgz$/;

/** Where the archive of a digest lies. */
export function archiveFile(folder: string, digest: Digest): string {
  const hex = digest.slice("sha256:".length);
  return join(folder, "sha256", hex.slice(0, 2), `${hex}.tgz`);
}

/** Every archive below the folder; what was left half written is removed on the way. Throws if it cannot be listed. */
export async function listArchives(folder: string, now: number): Promise<readonly StoredArchive[]> {
  const top = join(folder, "sha256");
  const found: StoredArchive[] = [];
  for (const shard of await readdir(top).catch(noneIfAbsent)) {
    const names = await readdir(join(top, shard)).catch(noneIfAbsent);
    const archives = await Promise.all(names.map((name) => readEntry(join(top, shard), name, now)));
    for (const archive of archives) if (archive !== null) found.push(archive);
  }
  return found;
}

async function readEntry(shard: string, name: string, now: number): Promise<StoredArchive | null> {
  const digest = parseDigest(`sha256:${ARCHIVE.exec(name)?.[1]}`);
  if (digest === null && !name.endsWith(".part")) return null;
  const path = join(shard, name);
  // Another process that shares the folder may have removed it by now.
  const file = await stat(path).catch(() => null);
  if (file === null) return null;
  if (digest !== null) return { digest, size: file.size, usedAt: file.mtimeMs };
  if (now - file.mtimeMs > STRAY_AFTER) await rm(path, { force: true }).catch(() => undefined);
  return null;
}

function noneIfAbsent(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
  throw error;
}
