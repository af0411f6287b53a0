import { ChartError } from "./chart-error.ts";

/** A header block of a tar archive, as far as it matters. Size in bytes. */
export interface TarHeader {
  readonly name: string;
  /** The type flag, one character. */
  readonly type: string;
  readonly size: number;
}

/** What a PAX header says of the entry behind it; null where it says nothing. */
export interface PaxHeader {
  readonly path: string | null;
  readonly size: number | null;
}

const CHECKSUM = { offset: 148, length: 8 };

/** Reads a block of 512 bytes: ustar, GNU or the format before both. Throws `bad-archive`. */
export function readTarHeader(block: Uint8Array): TarHeader {
  if (readNumber(block, CHECKSUM.offset, CHECKSUM.length) !== checksum(block)) {
    throw new ChartError("bad-archive", "A header of the archive has a wrong checksum");
  }
  const size = readNumber(block, 124, 12);
  if (!Number.isSafeInteger(size)) throw malformedHeader();
  const ustar = ascii(block, 257, 8) === "ustar\x0000";
  // The star format has a shorter prefix with times behind it; no chart is packed so, and read as ustar names would differ.
  if (ustar && ascii(block, 508, 4) === "tar\0") throw malformedHeader();
  const prefix = ustar ? readTarString(block.subarray(345, 500)) : "";
  const name = readTarString(block.subarray(0, 100));
  return { name: prefix === "" ? name : `${prefix}/${name}`, type: ascii(block, 156, 1), size };
}

/** Reads `<length> <key>=<value>\n`, repeated. Throws `bad-archive`. */
export function readPaxHeader(content: Uint8Array): PaxHeader {
  let path: string | null = null;
  let size: number | null = null;
  for (let rest = content; rest.length > 0; ) {
    const prefix = /^[0-9]{1,7} /.exec(ascii(rest, 0, 8))?.[0] ?? "";
    const length = Number(prefix);
    if (length <= prefix.length || length > rest.length) throw malformedHeader();
    const record = decode(rest.subarray(prefix.length, length));
    const [, key, value = ""] = /^([^=]+)=(.*)\n$/s.exec(record) ?? [];
    // A sparse file has its name elsewhere, and its content is not what is stored.
    if (key === undefined || key.startsWith("GNU.sparse.")) throw malformedHeader();
    // An empty value takes back what a record before it said.
    if (key === "path") path = value === "" ? null : value;
    if (key === "size") size = value === "" ? null : readDecimal(value);
    rest = rest.subarray(length);
  }
  return { path, size };
}

/** Text up to the first NUL. */
export function readTarString(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** For what cannot have been written by a packer of charts. */
export function malformedHeader(): ChartError {
  return new ChartError("bad-archive", "A header of the archive is malformed");
}

/** Octal digits or, for what they cannot hold, a big-endian number behind the byte 0x80. NaN for anything else. */
function readNumber(block: Uint8Array, offset: number, length: number): number {
  if (block[offset] === 0x80) {
    return block.subarray(offset + 1, offset + length).reduce((value, byte) => value * 256 + byte, 0);
  }
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(ascii(block, offset, length))?.[1];
  return digits === undefined ? Number.NaN : Number.parseInt(`0${digits}`, 8);
}

function readDecimal(text: string): number {
  if (!/^[0-9]{1,15}$/.test(text)) throw malformedHeader();
  return Number(text);
}

/** The sum of all bytes, the checksum itself taken as spaces. */
function checksum(block: Uint8Array): number {
  const own = block.subarray(CHECKSUM.offset, CHECKSUM.offset + CHECKSUM.length);
  return sum(block) - sum(own) + CHECKSUM.length * 0x20;
}

function sum(bytes: Uint8Array): number {
  let total = 0;
  for (let index = 0; index < bytes.length; index++) total += bytes[index] ?? 0;
  return total;
}

function ascii(bytes: Uint8Array, offset: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    "latin1",
    offset,
    offset + length,
  );
}

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}
