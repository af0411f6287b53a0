import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OCI_MANIFEST } from "#lib/oci/media-types.ts";

const CHART_CONFIG = "application/vnd.cncf.helm.config.v1+json";
const CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

/** A release as it is put into a registry. */
export interface StoredRelease {
  readonly repository: string;
  readonly tag: string;
  readonly config: string;
  readonly archive: Uint8Array;
}

/**
 * Puts a release into the folder of a Docker Distribution that is not running, the way its filesystem driver lays it
 * out (distribution, `registry/storage/paths.go`): ten thousand pushes would take longer than all that is measured.
 * Returns the manifest's digest.
 */
export function storeRelease(folder: string, release: StoredRelease): string {
  const root = join(folder, "docker/registry/v2");
  const repository = join(root, "repositories", release.repository);
  const put = (bytes: Uint8Array) => {
    const hex = createHash("sha256").update(bytes).digest("hex");
    write(join(root, "blobs/sha256", hex.slice(0, 2), hex, "data"), bytes);
    return hex;
  };
  const link = (path: string, hex: string) => write(join(repository, path, "link"), `sha256:${hex}`);
  const blob = (mediaType: string, bytes: Uint8Array) => {
    const hex = put(bytes);
    link(`_layers/sha256/${hex}`, hex);
    return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
  };

  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: blob(CHART_CONFIG, Buffer.from(release.config)),
    layers: [blob(CHART_LAYER, release.archive)],
    annotations: { "org.opencontainers.image.created": "2026-11-01T12:00:00Z" },
  };
  const hex = put(Buffer.from(JSON.stringify(manifest)));
  link(`_manifests/revisions/sha256/${hex}`, hex);
  link(`_manifests/tags/${release.tag}/current`, hex);
  link(`_manifests/tags/${release.tag}/index/sha256/${hex}`, hex);
  return `sha256:${hex}`;
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
}
