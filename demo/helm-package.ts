import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createCleartextMessage, type PrivateKey, sign } from "openpgp";
import { pack } from "tar-stream";
import { stringify } from "yaml";
import type { RecipeFile, RecipeRelease } from "./chart-recipe.ts";
import { goJson } from "./go-json.ts";
import type { LayoutDescriptor, LayoutWriter } from "./oci-layout.ts";

const CONFIG = "application/vnd.cncf.helm.config.v1+json";
const CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const PROVENANCE_LAYER = "application/vnd.cncf.helm.chart.provenance.v1.prov";

/** The fields of Helm's Metadata, Maintainer and Dependency structs in one order that fits all three. */
const FIELD_ORDER = [
  "name email url home sources version repository description keywords maintainers icon apiVersion condition tags",
  "enabled import-values alias appVersion deprecated annotations kubeVersion dependencies type",
].flatMap((line) => line.split(" "));

/** Helm writes these first, then everything else, then the subcharts. */
const FIRST_FILES = ["Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json"];

/** The .tgz of a release: the same bytes every time, for times and owners are fixed. */
export async function packArchive(name: string, release: RecipeRelease): Promise<Buffer> {
  const archive = pack();
  const files = [...release.files].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  for (const file of files) {
    archive.entry({ name: `${name}/${file.path}`, mtime: release.date, mode: 0o644 }, file.bytes);
  }
  if (release.hostileEntry !== null) {
    archive.entry({ name: release.hostileEntry, mtime: release.date }, "this must never reach a disk\n");
  }
  archive.finalize();
  return promisify(gzip)(await buffer(archive));
}

/** The clear-signed provenance file of an archive, as `helm package --sign` writes it. */
export async function signProvenance(name: string, release: RecipeRelease, archive: Buffer, key: PrivateKey) {
  const sha256 = createHash("sha256").update(archive).digest("hex");
  const files = { files: { [`${name}-${release.version}.tgz`]: `sha256:${sha256}` } };
  const text = `${stringify(release.metadata)}\n...\n${stringify(files)}`;
  const message = await createCleartextMessage({ text });
  return sign({ message, signingKeys: key, date: release.date });
}

/** Writes config, layers and manifest as `helm push` does: layers in the order of their digests. */
export async function pushChart(
  layout: LayoutWriter,
  release: RecipeRelease,
  archive: Buffer,
  provenance: string | null,
): Promise<LayoutDescriptor> {
  const layers = [await layout.blob(CHART_LAYER, archive)];
  if (provenance !== null) layers.push(await layout.blob(PROVENANCE_LAYER, provenance));
  return layout.manifest({
    config: await layout.blob(CONFIG, goJson(release.metadata, FIELD_ORDER)),
    layers: layers.sort((a, b) => (a.digest < b.digest ? -1 : 1)),
    annotations: manifestAnnotations(release),
  });
}

function rank(file: RecipeFile): number {
  const place = FIRST_FILES.indexOf(file.path);
  if (place >= 0) return place;
  return (
    FIRST_FILES.length + (file.path.startsWith("charts/") ? 2 : file.path.startsWith("templates/") ? 0 : 1)
  );
}

/** Helm's `generateOCIAnnotations`: what it derives from Chart.yaml, then Chart.yaml's own, sorted by key. */
function manifestAnnotations(release: RecipeRelease): Record<string, string> {
  const text = (field: string) => String(release.metadata[field] ?? "");
  const list = (field: string) => (release.metadata[field] ?? []) as readonly unknown[];
  const prefix = "org.opencontainers.image";
  const authors = (list("maintainers") as { name?: string; email?: string }[]).map(
    ({ name = "", email }) => name + (email ? ` (${email})` : ""),
  );
  const derived = {
    [`${prefix}.title`]: text("name"),
    [`${prefix}.version`]: text("version"),
    [`${prefix}.description`]: text("description"),
    [`${prefix}.url`]: text("home"),
    [`${prefix}.created`]: release.date.toISOString().replace(".000Z", "Z"),
    [`${prefix}.source`]: String(list("sources")[0] ?? ""),
    [`${prefix}.authors`]: authors.join(", "),
  };
  const own = (release.metadata.annotations ?? {}) as Record<string, string>;
  const all = {
    ...derived,
    ...own,
    [`${prefix}.title`]: text("name"),
    [`${prefix}.version`]: text("version"),
  };
  const filled = Object.entries(all).filter(([, value]) => value !== "");
  return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
}
