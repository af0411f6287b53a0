import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { RegistryError } from "../../oci/errors.ts";
import type { Digest } from "../../oci/reference.ts";
import { verifyBytes } from "../archive-bytes.ts";

/** A file of a layout, and how messages call it. */
export interface LayoutFile {
  readonly label: string;
  readonly bytes: Buffer;
}

/** A blob, verified. Its path is made of a digest that was parsed, and so leads nowhere else. */
export async function readBlobFile(layout: string, digest: Digest, limit: number): Promise<LayoutFile> {
  const file = await readLayoutFile(layout, join("blobs", ...digest.split(":")), limit);
  verifyBytes(file.label, file.bytes, digest);
  return file;
}

/**
 * A file of the layout, `too-large` beyond `limit` bytes. Only what is a file itself is read: a link may lead out of the
 * folder, and a pipe never ends. Whatever is not there is `unavailable`, as half a copy is.
 */
export async function readLayoutFile(layout: string, name: string, limit: number): Promise<LayoutFile> {
  const label = join(layout, name);
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  let file: FileHandle | null = null;
  try {
    file = await open(label, flags);
    const { size, ...stat } = await file.stat().then((one) => ({ size: one.size, isFile: one.isFile() }));
    if (!stat.isFile) throw new RegistryError("bad-response", `${label}: is no file`);
    if (size > limit) throw new RegistryError("too-large", `${label}: more than ${limit} bytes`);
    // Not readFile: the file may grow while it is read.
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return { label, bytes: bytes.subarray(0, bytesRead) };
  } catch (error) {
    if (error instanceof RegistryError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "failed";
    if (code === "ELOOP") throw new RegistryError("bad-response", `${label}: is a link`);
    throw new RegistryError("unavailable", `${label}: cannot be read (${code})`, { cause: error });
  } finally {
    await file?.close();
  }
}

/** The bytes of a file as JSON; `bad-response` if they are none. */
export function parseJsonFile({ label, bytes }: LayoutFile): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw new RegistryError("bad-response", `${label}: not JSON`, { cause: error });
  }
}
