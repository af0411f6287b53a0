import { pipeline } from "node:stream/promises";
import { createGunzip, gunzipSync } from "node:zlib";
import { type ArchivePath, readArchivePath } from "./archive-path.ts";
import { ChartError } from "./chart-error.ts";
import { oneLine } from "./one-line.ts";
import { readTar, type TarEntry } from "./read-tar.ts";

/** The bytes of a .tgz, as a registry streams them or in one piece. */
export type ArchiveBytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A regular file of an archive. */
export interface ArchiveFile extends ArchivePath {
  /** Bytes. */
  readonly size: number;
  /** Its content, if it was wanted. */
  readonly bytes: Uint8Array | null;
}

const MIB = 1024 * 1024;

/** Helm's limits (`pkg/chart/loader/archive`), and one it lacks, on the number of entries. */
const MAX_UNPACKED = 100 * MIB;
const MAX_FILE = 5 * MIB;
const MAX_ENTRIES = 10_000;
/** In a tar stream each entry has its header, an extension header and padding. */
const ENTRY_OVERHEAD = 4 * 512;

/** Bytes of an archive that is unpacked at once: the time that takes, about 10 ms, nothing else is done. */
const SMALL = { packed: 256 * 1024, unpacked: 4 * 1024 * 1024 };

/**
 * The files of a chart's archive in its order; never on disk, and in memory only those whose path is `wanted`. The stream
 * is read to its end, where a blob's digest is verified: nothing that was yielded may be trusted before. Throws
 * `ChartError`, and whatever `archive` throws. `maxUnpacked` bounds the bytes of all files together.
 */
export async function* readArchive(
  archive: ArchiveBytes,
  wanted: (path: string) => boolean,
  maxUnpacked = MAX_UNPACKED,
): AsyncGenerator<ArchiveFile> {
  const seen = new Set<string>();
  let top: string | null = null;
  let unpacked = 0;
  for await (const entry of readTar(gunzip(archive, maxUnpacked), MAX_ENTRIES)) {
    if (entry.kind === "directory") continue;
    refuseSpecial(entry);
    const { root, path } = readArchivePath(entry.name);
    top ??= root;
    refuseAmbiguous({ root, path }, top, seen);
    seen.add(path);
    unpacked += entry.size;
    refuseLarge(entry, unpacked, maxUnpacked);
    yield { root, path, size: entry.size, bytes: wanted(path) ? await entry.content() : null };
  }
}

function refuseSpecial({ kind, name }: TarEntry): void {
  // Attack: a link named "README.md" to /etc/passwd is read by whoever follows it (CVE-2023-45823 in Artifact Hub), one
  // named "Chart.lock" is written through (CVE-2025-53547 in Helm). A device or pipe never ends.
  if (kind === "file") return;
  const what = kind === "unknown" ? "an entry of an unknown kind" : `a ${kind}`;
  throw new ChartError("unsafe-path", `The archive holds ${what} instead of a file: ${oneLine(name, 200)}`);
}

function refuseAmbiguous({ root, path }: ArchivePath, top: string, seen: ReadonlySet<string>): void {
  // Attack: "a/values.yaml" is shown to who reads, "b/values.yaml" is what another program takes for the chart.
  if (root !== top) {
    throw new ChartError(
      "unsafe-path",
      `The archive has two top folders: ${oneLine(`${top}, ${root}`, 200)}`,
    );
  }
  // Attack: of two "templates/job.yaml" a reviewer sees the first and a cluster gets the last.
  if (seen.has(path)) throw new ChartError("duplicate-file", `The archive holds ${oneLine(path, 200)} twice`);
}

function refuseLarge({ name, size }: TarEntry, unpacked: number, maxUnpacked: number): void {
  if (size > MAX_FILE) {
    throw new ChartError("too-large", `A file of the archive is larger than 5 MiB: ${oneLine(name, 200)}`);
  }
  if (unpacked >= maxUnpacked) {
    const limit = Math.round(maxUnpacked / MIB);
    throw new ChartError("too-large", `The files of the archive are larger than ${limit} MiB together`);
  }
}

async function* gunzip(archive: ArchiveBytes, maxUnpacked: number): AsyncGenerator<Uint8Array> {
  const maxStream = maxUnpacked + MAX_ENTRIES * ENTRY_OVERHEAD;
  const small = unpackSmall(archive);
  if (small !== null) return yield small;
  const inflated = createGunzip({ chunkSize: 64 * 1024 });
  // gzip makes nothing larger by more than a thousandth.
  const fed = pipeline(upTo(archive, maxStream + MIB), inflated);
  // Who reads may be busy with a file when the source fails; the failure is met below.
  fed.catch(() => undefined);
  try {
    // Attack: a bomb, 10 kB that unpack to 10 MB or to 10 GB (CVE-2025-32386 in Helm). Counted here too, for padding,
    // headers and what follows the end mark are in no file.
    yield* upTo(inflated, maxStream);
    // Zeros behind the last gzip member end `inflated` before its source.
    await fed;
  } catch (error) {
    throw isZlibError(error) ? unreadable(error) : error;
  }
}

/**
 * Unpacks an archive that is there whole and small, as nearly all are, in one call: a stream costs three times as much.
 * Null for every other, and for one with anything wrong in it: then the stream says what.
 */
function unpackSmall(archive: ArchiveBytes): Uint8Array | null {
  const [bytes, ...more] = Array.isArray(archive) ? archive : [];
  if (!(bytes instanceof Uint8Array) || more.length > 0 || bytes.length > SMALL.packed) return null;
  try {
    return gunzipSync(bytes, { maxOutputLength: SMALL.unpacked });
  } catch {
    return null;
  }
}

async function* upTo(bytes: ArchiveBytes, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > limit) throw new ChartError("too-large", "The archive is larger than 100 MiB");
    yield chunk;
  }
}

function isZlibError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

function unreadable(error: Error & { readonly code: string }): ChartError {
  return error.code === "Z_BUF_ERROR"
    ? new ChartError("bad-archive", "The archive is cut off", { cause: error })
    : new ChartError("not-gzip", "The archive is not gzip, or damaged, or followed by something else", {
        cause: error,
      });
}
