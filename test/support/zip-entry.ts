import { inflateRawSync } from "node:zlib";

/**
 * One file out of a zip archive (APPNOTE 4.3). Enough for an archive whose sha256 is pinned: no zip64, no encryption.
 */
export function readZipEntry(zip: Buffer, name: string): Buffer {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end === -1) throw new Error("not a zip archive: no end of central directory");
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) return readData(zip, at);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`no ${name} in the zip archive`);
}

function readData(zip: Buffer, directoryEntry: number): Buffer {
  const size = zip.readUInt32LE(directoryEntry + 20);
  const header = zip.readUInt32LE(directoryEntry + 42);
  // The local header repeats the name, but its extra field may have another length than the directory's.
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const stored = zip.subarray(start, start + size);
  return zip.readUInt16LE(directoryEntry + 10) === 0 ? stored : inflateRawSync(stored);
}
