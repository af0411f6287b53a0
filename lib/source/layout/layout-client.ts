import { isRecord, MAX_MANIFEST_BYTES } from "../../oci/body.ts";
import { RegistryError } from "../../oci/errors.ts";
import { readManifest } from "../../oci/manifest.ts";
import { OCI_INDEX, OCI_MANIFEST } from "../../oci/media-types.ts";
import { type Digest, parseDigest, type RepositoryName, type Tag } from "../../oci/reference.ts";
import type { Descriptor, ListOptions, Manifest, RegistryClient } from "../../oci/registry-client.ts";
import { MAX_ARCHIVE_BYTES, streamOf } from "../archive-bytes.ts";
import { createSnapshot } from "../snapshot.ts";
import { parseJsonFile, readBlobFile } from "./layout-file.ts";
import { type LayoutIndex, readLayoutIndex } from "./layout-index.ts";

/** Which folder, and what its charts are called that carry a tag and no name. */
export interface LayoutClientOptions {
  /** Absolute path of an OCI image layout. */
  readonly layout: string;
  /** A single name is that of the manifests whose reference is a tag alone; otherwise the folder's own name is. */
  readonly repositories: readonly RepositoryName[] | null;
}

/**
 * An OCI image layout (image spec, "image-layout") as if it were a registry. A folder that is not there, or not whole,
 * is `unavailable`: a disk that is not mounted says nothing about the charts on it.
 */
export function createLayoutClient({ layout, repositories }: LayoutClientOptions): RegistryClient {
  const plainName = repositories?.length === 1 ? (repositories[0] ?? null) : null;
  const index = createSnapshot<LayoutIndex>(() => readLayoutIndex(layout, plainName));

  async function tagsOf(repository: RepositoryName, held: Promise<LayoutIndex>) {
    const tags = (await held).repositories.get(repository);
    if (tags === undefined) throw new RegistryError("not-found", `${layout}: has no ${repository}`);
    return tags;
  }

  async function find(repository: RepositoryName, reference: Tag | Digest): Promise<Descriptor> {
    const digest = parseDigest(reference);
    // What an index leads to has a digest and no tag.
    if (digest !== null) return (await readManifestFile(digest)).descriptor;
    const found = (await tagsOf(repository, index.held())).get(reference as Tag);
    if (found !== undefined) return found;
    throw new RegistryError("not-found", `${layout}: has no ${repository}:${reference}`);
  }

  async function readManifestFile(digest: Digest): Promise<Manifest> {
    const file = await readBlobFile(layout, digest, MAX_MANIFEST_BYTES);
    const json = parseJsonFile(file);
    // Older Helm writes no media type into the manifest, where a registry has its Content-Type.
    const contentType =
      isRecord(json) && json.mediaType === undefined
        ? "manifests" in json
          ? OCI_INDEX
          : OCI_MANIFEST
        : null;
    return readManifest({ label: file.label, digest, size: file.bytes.length, contentType }, json);
  }

  return {
    async ping() {
      await index.fresh();
    },
    async *repositories(call: ListOptions = {}) {
      const found = await index.fresh(call.signal);
      for (const entry of found.unreadable) call.onUnreadable?.(entry);
      yield* found.repositories.keys();
    },
    async *tags(repository) {
      yield* (await tagsOf(repository, index.recent())).keys();
    },
    resolve: find,
    async manifest(repository, reference) {
      const digest = parseDigest(reference);
      return readManifestFile(digest ?? (await find(repository, reference)).digest);
    },
    async blob(_repository, blob) {
      const { bytes, label } = await readBlobFile(layout, blob.digest, MAX_ARCHIVE_BYTES);
      return streamOf(label, bytes, blob);
    },
    async close() {},
  };
}
