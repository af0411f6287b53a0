import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A descriptor as it stands in a layout's files. */
export interface LayoutEntry {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";

/** Writes a blob and gives what points at it. */
export async function writeBlob(
  folder: string,
  mediaType: string,
  content: Uint8Array | object,
): Promise<LayoutEntry> {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
  const hex = createHash("sha256").update(bytes).digest("hex");
  await mkdir(join(folder, "blobs/sha256"), { recursive: true });
  await writeFile(join(folder, "blobs/sha256", hex), bytes);
  return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
}

/** Writes a chart as Helm pushes it, named with `annotations`. */
export async function writeChart(
  folder: string,
  archive: Uint8Array,
  annotations?: Readonly<Record<string, string>>,
): Promise<LayoutEntry> {
  const config = await writeBlob(folder, "application/vnd.cncf.helm.config.v1+json", {});
  const layer = await writeBlob(folder, "application/vnd.cncf.helm.chart.content.v1.tar+gzip", archive);
  const manifest = await writeBlob(folder, MANIFEST, { schemaVersion: 2, config, layers: [layer] });
  return annotations === undefined ? manifest : { ...manifest, annotations };
}

/** Writes index.json. */
export async function writeIndex(folder: string, manifests: readonly LayoutEntry[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests }));
}
