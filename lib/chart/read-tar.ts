import { ByteSource } from "./byte-source.ts";
import { ChartError } from "./chart-error.ts";
import {
  malformedHeader,
  type PaxHeader,
  readPaxHeader,
  readTarHeader,
  readTarString,
  type TarHeader,
} from "./tar-header.ts";

/** One entry of a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "device" | "unknown";
  /** Bytes of content. */
  readonly size: number;
  /** Reads the content; once at most, and before the next entry is asked for. What is not read is skipped. */
  content(): Promise<Uint8Array>;
}

const BLOCK = 512;

/** Go's limit for the content of an extension header. */
const MAX_EXTENSION = 1024 * 1024;

const KINDS: ReadonlyMap<string, TarEntry["kind"]> = new Map([
  ["\0", "file"],
  ["0", "file"],
  ["7", "file"],
  ["1", "link"],
  ["2", "link"],
  ["3", "device"],
  ["4", "device"],
  ["5", "directory"],
  ["6", "device"],
]);

/**
 * The entries of a tar archive as Go's archive/tar reads them, for that is what Helm installs from. `maxHeaders` bounds
 * headers of all kinds. Throws `bad-archive` and `too-many-files`, and whatever `bytes` throws.
 *
 * Not by tar-stream: there the `path` of a global PAX header renames later files, and entries behind the end mark are
 * read. Go does neither, so a hostile archive could show other files here than Helm installs.
 */
export async function* readTar(
  bytes: AsyncIterable<Uint8Array>,
  maxHeaders: number,
): AsyncGenerator<TarEntry> {
  const source = new ByteSource(bytes);
  let pax: PaxHeader | null = null;
  let gnuName: string | null = null;
  try {
    for (let headers = 1; ; headers++) {
      const header = await nextHeader(source);
      if (header === null) return await source.drain();
      if (headers > maxHeaders) throw tooManyEntries(maxHeaders);
      if (header.type === "x") pax = readPaxHeader(await readExtension(source, header));
      else if (header.type === "L") gnuName = readTarString(await readExtension(source, header)) || null;
      else if (header.type === "K") await readExtension(source, header);
      else {
        // A global PAX header says nothing of names and sizes, but Go forgets at it what was said of the next entry.
        if (header.type === "g") await readExtension(source, header);
        else yield* readEntry(source, header, gnuName ?? pax?.path ?? header.name, pax?.size ?? header.size);
        pax = null;
        gnuName = null;
      }
    }
  } finally {
    await source.close();
  }
}

async function* readEntry(
  source: ByteSource,
  header: TarHeader,
  name: string,
  declaredSize: number,
): AsyncGenerator<TarEntry> {
  const kind =
    name.endsWith("/") && header.type === "\0" ? "directory" : (KINDS.get(header.type) ?? "unknown");
  // Links, devices and directories have no content, whatever size they declare.
  const size = kind === "file" || kind === "unknown" ? declaredSize : 0;
  let unread = size;
  yield {
    name,
    kind,
    size,
    content: () => {
      unread = 0;
      return source.take(size);
    },
  };
  await source.skip(unread + padding(size));
}

/** The next header, or null at the end: two blocks of zeros, or the stream's own end between two entries. */
async function nextHeader(source: ByteSource): Promise<TarHeader | null> {
  if (await source.ended()) return null;
  const block = await source.take(BLOCK);
  if (block.some((byte) => byte !== 0)) return readTarHeader(block);
  if (await source.ended()) return null;
  if ((await source.take(BLOCK)).some((byte) => byte !== 0)) throw malformedHeader();
  return null;
}

async function readExtension(source: ByteSource, header: TarHeader): Promise<Uint8Array> {
  if (header.size > MAX_EXTENSION) throw malformedHeader();
  const content = await source.take(header.size);
  await source.skip(padding(header.size));
  return content;
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function tooManyEntries(maxHeaders: number): ChartError {
  return new ChartError("too-many-files", `The archive has more than ${maxHeaders} entries`);
}
