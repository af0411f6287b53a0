import { RegistryError } from "../oci/errors.ts";
import { HELM_CHART } from "../oci/media-types.ts";
import type { Digest, RepositoryName } from "../oci/reference.ts";
import type { BlobReader, CallOptions } from "../oci/registry-client.ts";
import type { ArchiveStore } from "./archive-store.ts";

/** An archive, as releases name it. Size in bytes. */
export interface ArchiveReference {
  readonly digest: Digest;
  readonly size: number;
}

/** The largest archive that is read, in bytes: 10 times the largest of 22,050 real ones. It is held in memory while it is read. */
export const MAX_ARCHIVE_BYTES = 20 * 1024 * 1024;

/** Archives from the store, or from the registry, which fills the store. */
export interface ChartArchives {
  /** Null if it is not stored. */
  stored(archive: ArchiveReference): Promise<Uint8Array | null>;
  /** Whether it seems to be stored; costs no reading. */
  isStored(digest: Digest): boolean;
  /** Stores it too. Throws `RegistryError` if the registry does not give it. */
  download(
    registry: BlobReader,
    repository: RepositoryName,
    archive: ArchiveReference,
    options?: CallOptions,
  ): Promise<Uint8Array>;
}

/** Archives over a store. */
export function createChartArchives(store: ArchiveStore): ChartArchives {
  return {
    stored: ({ digest }) => store.get(digest),
    isStored: (digest) => store.has(digest),
    async download(registry, repository, archive, options) {
      if (archive.size > MAX_ARCHIVE_BYTES) throw tooLarge(archive);
      const blob = await registry.blob(repository, { ...archive, mediaType: HELM_CHART }, options);
      const bytes = new Uint8Array(await new Response(blob).arrayBuffer());
      await store.put(archive.digest, bytes);
      return bytes;
    },
  };
}

function tooLarge(archive: ArchiveReference): RegistryError {
  return new RegistryError(
    "too-large",
    `The chart archive has ${archive.size} bytes; at most ${MAX_ARCHIVE_BYTES} are read`,
  );
}
