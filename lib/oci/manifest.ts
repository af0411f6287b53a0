import { isRecord } from "./body.ts";
import { RegistryError } from "./errors.ts";
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from "./media-types.ts";
import { plainText } from "./network-error.ts";
import { type Digest, parseDigest } from "./reference.ts";
import type { Descriptor, Manifest } from "./registry-client.ts";

const IMAGE_TYPES: ReadonlySet<string> = new Set([OCI_MANIFEST, DOCKER_MANIFEST]);
const INDEX_TYPES: ReadonlySet<string> = new Set([OCI_INDEX, DOCKER_LIST]);

/** What a request for manifests accepts; Distribution answers 404 for a kind that is not named. */
export const MANIFEST_ACCEPT = [OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_LIST].join(", ");

/** More layers or children than any artifact has. */
const MAX_DESCRIPTORS = 10_000;
const MAX_ANNOTATIONS = 1_000;
const MAX_MEDIA_TYPE_LENGTH = 255;

/** What the bytes of a manifest are known by before they are read. */
export interface ManifestSource {
  /** Method and address, for messages. */
  readonly label: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string | null;
}

/** Whether a content type is one of the four kinds of manifest that are read here. */
export function isManifestType(mediaType: string): boolean {
  return IMAGE_TYPES.has(mediaType) || INDEX_TYPES.has(mediaType);
}

/** The media type of a `Content-Type` field, without parameters, in lower case. */
export function mediaTypeOf(contentType: string | null): string {
  return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** A manifest's JSON, reshaped. Throws `bad-response` for schema 1, for other kinds and for what is malformed. */
export function readManifest(source: ManifestSource, json: unknown): Manifest {
  const refuse = (why: string) => new RegistryError("bad-response", `${source.label}: ${why}`);
  if (!isRecord(json)) throw refuse("the manifest is no JSON object");
  const mediaType = agreedType(source, json.mediaType, refuse);
  if (json.schemaVersion !== 2) throw refuse("the manifest's schemaVersion is not 2");
  // One document that is a manifest to one reader and an index to the next (CVE-2021-41190).
  if ("manifests" in json && ("layers" in json || "config" in json))
    throw refuse("the manifest is also an index");

  const descriptor = { mediaType, digest: source.digest, size: source.size };
  const annotations = readAnnotations(json.annotations);
  const descriptors = (field: string) =>
    readDescriptors(json[field], () => refuse(`the manifest's ${field} cannot be read`));
  if (INDEX_TYPES.has(mediaType)) {
    return { kind: "index", descriptor, manifests: descriptors("manifests"), annotations };
  }
  const config = readDescriptor(json.config);
  if (config === null) throw refuse("the manifest's config cannot be read");
  const artifactType = typeof json.artifactType === "string" ? json.artifactType : null;
  return { kind: "image", descriptor, artifactType, config, layers: descriptors("layers"), annotations };
}

/** Helm's manifests do not say their type in the body, static file servers do not say it in the header. */
function agreedType(
  source: ManifestSource,
  written: unknown,
  refuse: (why: string) => RegistryError,
): string {
  const served = mediaTypeOf(source.contentType);
  const inBody = typeof written === "string" ? written : null;
  const mediaType = isManifestType(served) ? served : (inBody ?? served);
  if (!isManifestType(mediaType))
    throw refuse(`not a manifest but ${plainText(mediaType) || "no media type"}`);
  if (inBody !== null && inBody !== mediaType)
    throw refuse(`served as ${mediaType}, written as ${plainText(inBody)}`);
  return mediaType;
}

function readDescriptors(value: unknown, refuse: () => RegistryError): readonly Descriptor[] {
  if (!Array.isArray(value) || value.length > MAX_DESCRIPTORS) throw refuse();
  return value.map((one) => {
    const descriptor = readDescriptor(one);
    if (descriptor === null) throw refuse();
    return descriptor;
  });
}

function readDescriptor(value: unknown): Descriptor | null {
  if (!isRecord(value)) return null;
  const { mediaType, digest, size, annotations, platform } = value;
  if (typeof mediaType !== "string" || mediaType.length > MAX_MEDIA_TYPE_LENGTH) return null;
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) return null;
  const parsed = typeof digest === "string" ? parseDigest(digest) : null;
  if (parsed === null) return null;
  return {
    mediaType,
    digest: parsed,
    size,
    ...(annotations === undefined ? {} : { annotations: readAnnotations(annotations) }),
    ...(isPlatform(platform) ? { platform: { os: platform.os, architecture: platform.architecture } } : {}),
  };
}

function isPlatform(value: unknown): value is NonNullable<Descriptor["platform"]> {
  return isRecord(value) && typeof value.os === "string" && typeof value.architecture === "string";
}

/** Values that are no strings are left out: a chart is not worth less for a stray number beside its annotations. */
function readAnnotations(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  const pairs = Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return Object.fromEntries(pairs.slice(0, MAX_ANNOTATIONS));
}
