import { createHash } from "node:crypto";
import { type ArchiveBytes, readArchive } from "../read-archive.ts";

/** What stands for the bytes of files of an archive, by path; of those `wanted` that it has. Throws as `readArchive` does. */
export async function readFileHashes(
  archive: ArchiveBytes,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for await (const { path, bytes } of readArchive(archive, (candidate) => wanted.has(candidate))) {
    if (bytes !== null) hashes.set(path, createHash("sha256").update(bytes).digest("hex"));
  }
  return hashes;
}
