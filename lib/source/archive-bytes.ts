import { hash } from "node:crypto";
import { RegistryError } from "../oci/errors.ts";
import { type Digest, parseDigest } from "../oci/reference.ts";
import type { Descriptor } from "../oci/registry-client.ts";

/** The largest archive that is taken from a folder or a web server, in bytes; it is held in memory once. */
export const MAX_ARCHIVE_BYTES = 20 * 1024 * 1024;

/** The sha256 digest of bytes. */
export function digestOf(bytes: Uint8Array | string): Digest {
  const digest = parseDigest(`sha256:${hash("sha256", bytes, "hex")}`);
  if (digest === null) throw new TypeError("a sha256 digest that is none");
  return digest;
}

/** Throws `digest-mismatch` if the bytes are not what was promised. */
export function verifyBytes(label: string, bytes: Uint8Array, promised: Digest): void {
  const actual = digestOf(bytes);
  if (actual === promised) return;
  throw new RegistryError("digest-mismatch", `${label}: the content's digest is ${actual}, not ${promised}`);
}

/** Verified bytes as the stream a blob is read from; throws `digest-mismatch` if they are not the descriptor's. */
export function streamOf(label: string, bytes: Uint8Array, promised: Descriptor): ReadableStream<Uint8Array> {
  if (bytes.length !== promised.size) {
    const sizes = `${bytes.length} bytes where ${promised.size} were promised`;
    throw new RegistryError("digest-mismatch", `${label}: ${sizes}`);
  }
  verifyBytes(label, bytes, promised.digest);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
