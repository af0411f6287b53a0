import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Digest, parseDigest, parseRepositoryName, parseTag } from "#lib/oci/reference.ts";

/** A blob of the layout that a repository may serve. */
export interface StoredBlob {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Absolute path. */
  readonly file: string;
}

/** One repository: what its tags reach, and nothing else of the layout. */
export interface StoredRepository {
  readonly tags: ReadonlyMap<string, Digest>;
  readonly manifests: ReadonlyMap<string, StoredBlob>;
  readonly blobs: ReadonlyMap<string, StoredBlob>;
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

interface ManifestBody {
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
}

/**
 * Reads an OCI image layout whose index names its manifests `<repository>:<tag>` (image spec, "image-layout"). Names
 * that are not of the grammar are errors, so that no path is ever made from one.
 */
export async function readLayout(folder: string): Promise<ReadonlyMap<string, StoredRepository>> {
  const index = await readJson(join(folder, "index.json"));
  const repositories = new Map<string, MutableRepository>();
  for (const descriptor of index.manifests ?? []) {
    const reference = descriptor.annotations?.["org.opencontainers.image.ref.name"] ?? "";
    const colon = reference.lastIndexOf(":");
    const name = parseRepositoryName(reference.slice(0, Math.max(colon, 0)));
    const tag = parseTag(reference.slice(colon + 1));
    if (name === null || tag === null) throw new Error(`index.json names a manifest "${reference}"`);
    const repository = repositories.get(name) ?? { tags: new Map(), manifests: new Map(), blobs: new Map() };
    repositories.set(name, repository);
    repository.tags.set(tag, await addManifest(folder, repository, descriptor));
  }
  return repositories;
}

interface MutableRepository {
  readonly tags: Map<string, Digest>;
  readonly manifests: Map<string, StoredBlob>;
  readonly blobs: Map<string, StoredBlob>;
}

async function addManifest(
  folder: string,
  repository: MutableRepository,
  descriptor: Descriptor,
): Promise<Digest> {
  const blob = stored(folder, descriptor);
  if (repository.manifests.has(blob.digest)) return blob.digest;
  const body = await readJson(blob.file);
  repository.manifests.set(blob.digest, blob);
  for (const child of body.manifests ?? []) await addManifest(folder, repository, child);
  for (const part of [body.config, ...(body.layers ?? [])]) {
    if (part) repository.blobs.set(part.digest, stored(folder, part));
  }
  return blob.digest;
}

function stored(folder: string, descriptor: Descriptor): StoredBlob {
  const digest = parseDigest(descriptor.digest);
  if (digest === null) throw new Error(`the layout names a blob "${descriptor.digest}"`);
  const file = join(folder, "blobs", "sha256", digest.slice("sha256:".length));
  return { digest, mediaType: descriptor.mediaType, file };
}

async function readJson(file: string): Promise<ManifestBody> {
  return JSON.parse(await readFile(file, "utf8"));
}
