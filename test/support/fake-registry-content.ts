import { createHash } from "node:crypto";
import { HELM_CHART, HELM_CONFIG, OCI_INDEX, OCI_MANIFEST } from "#lib/oci/media-types.ts";
import { type Digest, parseDigest } from "#lib/oci/reference.ts";
import type { Descriptor } from "#lib/oci/registry-client.ts";

type Content = Uint8Array | string;

/** What `push` makes a manifest of. Defaults are those of a chart: Helm's media types and an empty config. */
export interface Artifact {
  readonly config?: { readonly mediaType?: string; readonly content?: Content | object };
  readonly layers?: readonly { readonly mediaType?: string; readonly content: Content }[];
  readonly annotations?: Readonly<Record<string, string>>;
  /** Further fields of the manifest, or other values for its own. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface StoredManifest {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface StoredRepository {
  readonly tags: Map<string, Digest>;
  readonly manifests: Map<string, StoredManifest>;
  readonly blobs: Map<string, Uint8Array>;
}

/** What a registry holds, by repository; filled like `content.push("team/redis", "1.0.0", { layers: [{ content: tgz }] })`. */
export interface RegistryContent {
  readonly repositories: Map<string, StoredRepository>;
  /** Stores an artifact under a tag (or under its digest alone) and says what to find it by. */
  push(repository: string, tag: string | null, artifact?: Artifact): Pushed;
  /** Stores an index over manifests pushed before. */
  pushIndex(repository: string, tag: string | null, children: readonly Descriptor[]): Descriptor;
  /** Stores any bytes as a manifest: for what no honest client pushes. */
  pushManifest(repository: string, tag: string | null, bytes: Content, mediaType?: string): Descriptor;
  pushBlob(repository: string, content: Content, mediaType?: string): Descriptor;
}

export interface Pushed {
  readonly manifest: Descriptor;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

export function createRegistryContent(): RegistryContent {
  const repositories = new Map<string, StoredRepository>();

  function repositoryOf(name: string): StoredRepository {
    const known = repositories.get(name) ?? { tags: new Map(), manifests: new Map(), blobs: new Map() };
    repositories.set(name, known);
    return known;
  }

  const content: RegistryContent = {
    repositories,
    push(repository, tag, artifact = {}) {
      const { config = {}, layers = [], annotations = {}, fields = {} } = artifact;
      const configContent = config.content ?? {};
      const configBytes =
        typeof configContent === "string" || configContent instanceof Uint8Array
          ? configContent
          : JSON.stringify(configContent);
      const stored = {
        config: content.pushBlob(repository, configBytes, config.mediaType ?? HELM_CONFIG),
        layers: layers.map((layer) =>
          content.pushBlob(repository, layer.content, layer.mediaType ?? HELM_CHART),
        ),
      };
      const manifest = { schemaVersion: 2, ...stored, annotations, ...fields };
      return { manifest: content.pushManifest(repository, tag, JSON.stringify(manifest)), ...stored };
    },
    pushIndex(repository, tag, children) {
      const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: children };
      return content.pushManifest(repository, tag, JSON.stringify(index), OCI_INDEX);
    },
    pushManifest(repository, tag, text, mediaType = OCI_MANIFEST) {
      const bytes = bytesOf(text);
      const digest = digestOf(bytes);
      const { manifests, tags } = repositoryOf(repository);
      manifests.set(digest, { mediaType, bytes });
      if (tag !== null) tags.set(tag, digest);
      return { mediaType, digest, size: bytes.length };
    },
    pushBlob(repository, text, mediaType = "application/octet-stream") {
      const bytes = bytesOf(text);
      const digest = digestOf(bytes);
      repositoryOf(repository).blobs.set(digest, bytes);
      return { mediaType, digest, size: bytes.length };
    },
  };
  return content;
}

/** The sha256 of some bytes, as registries write it. */
export function digestOf(bytes: Content): Digest {
  const digest = parseDigest(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
  if (digest === null) throw new Error("unreachable: a sha256 in hex is a digest");
  return digest;
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}
