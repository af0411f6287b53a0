import { hash } from "node:crypto";
import { MAX_MANIFEST_BYTES, parseJson, readBytes } from "./body.ts";
import { RegistryError } from "./errors.ts";
import { expectOk } from "./failure.ts";
import { isManifestType, mediaTypeOf, readManifest } from "./manifest.ts";
import { type Digest, parseDigest } from "./reference.ts";
import type { Descriptor, Manifest } from "./registry-client.ts";
import type { WireResponse } from "./transport.ts";

/** The manifest of a GET, verified against the digest asked for or, for a tag, the one the registry names. */
export async function readManifestResponse(response: WireResponse, asked: Digest | null): Promise<Manifest> {
  await expectOk(response);
  const bytes = await readBytes(response, MAX_MANIFEST_BYTES);
  const digest = verifiedDigest(response, bytes, asked);
  const contentType = response.header("content-type");
  const source = { label: response.label, digest, size: bytes.length, contentType };
  return readManifest(source, parseJson(response, bytes));
}

/** What the header of a HEAD says; null if that is not enough, as with registries older than the specification. */
export function statedDescriptor(response: WireResponse, asked: Digest | null): Descriptor | null {
  const mediaType = mediaTypeOf(response.header("content-type"));
  const length = Number(response.header("content-length") ?? Number.NaN);
  const digest = asked ?? statedDigest(response);
  if (digest === null || !isManifestType(mediaType) || !Number.isSafeInteger(length)) return null;
  return { mediaType, digest, size: length };
}

function verifiedDigest(response: WireResponse, bytes: Buffer, asked: Digest | null): Digest {
  const actual = parseDigest(`sha256:${hash("sha256", bytes, "hex")}`);
  const promised = asked ?? statedDigest(response) ?? actual;
  if (actual === null || actual !== promised) {
    throw new RegistryError(
      "digest-mismatch",
      `${response.label}: the manifest's digest is ${actual}, not ${promised}`,
    );
  }
  return actual;
}

function statedDigest(response: WireResponse): Digest | null {
  const field = response.header("docker-content-digest");
  const digest = field === null ? null : parseDigest(field);
  if (field !== null && digest === null) {
    throw new RegistryError("bad-response", `${response.label}: Docker-Content-Digest is no sha256 digest`);
  }
  return digest;
}
