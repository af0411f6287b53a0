import type { Digest, RepositoryName, Tag } from "./reference.ts";

/** What points at content: the only promise about it that can be checked (OCI image spec, "descriptor"). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
  /** In an index only: what a container image runs on. */
  readonly platform?: { readonly os: string; readonly architecture: string };
}

/** One artifact's manifest, as it stands in the registry under `descriptor.digest`. */
export interface ImageManifest {
  readonly kind: "image";
  readonly descriptor: Descriptor;
  readonly artifactType: string | null;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly annotations: Readonly<Record<string, string>>;
}

/** A list of manifests: a multi-platform image, or a tag that holds a chart beside other things (helm/helm#31775). */
export interface IndexManifest {
  readonly kind: "index";
  readonly descriptor: Descriptor;
  readonly manifests: readonly Descriptor[];
  readonly annotations: Readonly<Record<string, string>>;
}

/** What a tag or a digest of a manifest stands for. */
export type Manifest = ImageManifest | IndexManifest;

/** What every call takes: a signal that ends it with `cancelled`. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** What a listing takes. */
export interface ListOptions extends CallOptions {
  /** Told of each entry that is no name by the grammar, and so could not be asked for; the list goes on without it. */
  readonly onUnreadable?: (entry: string) => void;
}

/** Lists repositories (distribution spec, `_catalog`; not every registry lets one). */
export interface RepositoryLister {
  /** All repositories the credentials may list, in the registry's order; errors, rather than ends, when a page fails. */
  repositories(options?: ListOptions): AsyncIterable<RepositoryName>;
}

/** Lists tags (distribution spec, "Content Discovery"). */
export interface TagLister {
  /** All tags of a repository; errors, rather than ends, when a page fails. `tags: null` is an empty list. */
  tags(repository: RepositoryName, options?: ListOptions): AsyncIterable<Tag>;
}

/** Reads manifests (distribution spec, "Pulling manifests"). */
export interface ManifestReader {
  /** A HEAD: the cheap question "has this tag moved?". */
  resolve(repository: RepositoryName, reference: Tag | Digest, options?: CallOptions): Promise<Descriptor>;
  /** A GET; the body is verified against the digest asked for or, for a tag, the one the registry names. */
  manifest(repository: RepositoryName, reference: Tag | Digest, options?: CallOptions): Promise<Manifest>;
}

/** Reads blobs (distribution spec, "Pulling blobs"). */
export interface BlobReader {
  /** The stream errors, rather than ends, if size or sha256 is not the descriptor's. Cancel it to give the connection back. */
  blob(
    repository: RepositoryName,
    blob: Descriptor,
    options?: CallOptions,
  ): Promise<ReadableStream<Uint8Array>>;
}

/** A registry, read only. Every method throws `RegistryError` and nothing else. */
export interface RegistryClient extends RepositoryLister, TagLister, ManifestReader, BlobReader {
  /** Whether the registry answers and takes the credentials: `GET /v2/`. */
  ping(options?: CallOptions): Promise<void>;
  /** Ends its connections. */
  close(): Promise<void>;
}
