import { createHash } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { goJson } from "./go-json.ts";

/** What points at a blob of the layout. */
export interface LayoutDescriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A manifest to be written; the rest of the image specification's fields are not needed here. */
export interface LayoutManifest {
  readonly mediaType?: string;
  readonly config: LayoutDescriptor;
  readonly layers: readonly LayoutDescriptor[];
  readonly annotations?: Readonly<Record<string, string>>;
}

export const IMAGE_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
export const IMAGE_INDEX = "application/vnd.oci.image.index.v1+json";

/** Writes an OCI image layout into a folder of its own that replaces `folder` once everything is there. */
export interface LayoutWriter {
  blob(mediaType: string, bytes: Uint8Array | string): Promise<LayoutDescriptor>;
  manifest(manifest: LayoutManifest): Promise<LayoutDescriptor>;
  index(manifests: readonly LayoutDescriptor[]): Promise<LayoutDescriptor>;
  /** Names a manifest or index `<repository>:<tag>`. */
  tag(repository: string, tag: string, descriptor: LayoutDescriptor): void;
  /** Puts a file beside index.json. */
  extraFile(name: string, text: string): Promise<void>;
  finish(): Promise<void>;
  /** Removes what was written so far. */
  discard(): Promise<void>;
}

/** Starts a layout that will be at `folder`. */
export async function createLayoutWriter(folder: string): Promise<LayoutWriter> {
  const place = resolve(folder);
  const draft = `${place}.draft`;
  const old = `${place}.old`;
  const references: object[] = [];
  for (const leftover of [draft, old]) await rm(leftover, { recursive: true, force: true });
  await mkdir(join(draft, "blobs", "sha256"), { recursive: true });

  const blob = async (mediaType: string, content: Uint8Array | string): Promise<LayoutDescriptor> => {
    const bytes = Buffer.from(content);
    const hex = createHash("sha256").update(bytes).digest("hex");
    await writeFile(join(draft, "blobs", "sha256", hex), bytes);
    return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
  };

  return {
    blob,
    manifest: (manifest) => blob(IMAGE_MANIFEST, goJson({ schemaVersion: 2, ...manifest })),
    index: (manifests) => blob(IMAGE_INDEX, goJson({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests })),
    tag(repository, tag, descriptor) {
      references.push({
        ...descriptor,
        annotations: { "org.opencontainers.image.ref.name": `${repository}:${tag}` },
      });
    },
    extraFile: (name, text) => writeFile(join(draft, name), text),
    async finish() {
      await writeFile(join(draft, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
      await writeFile(
        join(draft, "index.json"),
        JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_INDEX, manifests: references }, null, 1),
      );
      await rename(place, old).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      });
      await rename(draft, place);
      await rm(old, { recursive: true, force: true });
    },
    discard: () => rm(draft, { recursive: true, force: true }),
  };
}
