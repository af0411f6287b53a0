import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pMap from "p-map";
import { extract } from "tar-stream";
import { parseDocument } from "yaml";
import { createLayoutWriter, type LayoutWriter } from "#demo/oci-layout.ts";
import { latestOf } from "#lib/chart/version.ts";
import { chartArchive } from "#test/support/archive-builder.ts";

const CHART_CONFIG = "application/vnd.cncf.helm.config.v1+json";
const CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
/** Some archives date their files 1970. */
const EARLIEST = Date.parse("2015-01-01");
const CREATED = "org.opencontainers.image.created";

/** Which of the archives in a folder are taken. */
export type Extent = "newest" | "all";

/** An archive of the folder, as its path says. */
interface ArchiveFile {
  readonly path: string;
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
}

/**
 * Puts `<namespace>/<name>-<version>.tgz` files into an OCI layout, as `helm push` would have named them, and returns
 * the repositories.
 */
export async function layOutArchives(
  folder: string,
  layout: string,
  extent: Extent,
): Promise<ReadonlySet<string>> {
  const files = (await readdir(folder, { recursive: true })).sort().flatMap(parseArchivePath);
  const charts = [...Map.groupBy(files, ({ path, name }) => `${dirname(path)}/${name}`).values()];
  const taken = extent === "all" ? files : charts.map(newestOf);
  await writeLayout(layout, async (writer) => {
    await pMap(
      taken,
      async ({ path, namespace, name, version }) => {
        const file = join(folder, path);
        await pushArchive(writer, `${namespace}/${name}`, version, await readFile(file), await dateOf(file));
      },
      { concurrency: 4 },
    );
  });
  return new Set(taken.map(({ namespace, name }) => `${namespace}/${name}`));
}

/** Puts the newest entry of each chart in `<namespace>.yaml` files into a layout: what an index tells, and no content. */
export async function layOutIndexes(
  folder: string,
  layout: string,
  isTaken: (repository: string) => boolean,
): Promise<void> {
  await writeLayout(layout, async (writer) => {
    for (const file of (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort()) {
      const index = parseDocument(await readFile(join(folder, file), "utf8")).toJS() as ChartIndex;
      for (const [name, entries] of Object.entries(index.entries)) {
        const repository = `${basename(file, ".yaml")}/${name}`.toLowerCase();
        const entry = latestOf(entries, ({ version }) => version);
        if (entry === null || !isTaken(repository)) continue;
        const { urls: _urls, digest: _digest, created, ...metadata } = entry;
        const archive = chartArchive({ name, chartYaml: JSON.stringify(metadata) });
        await pushArchive(writer, repository, entry.version, archive, created ?? null);
      }
    }
  });
}

interface ChartIndex {
  readonly entries: Readonly<Record<string, readonly IndexEntry[]>>;
}

interface IndexEntry {
  readonly version: string;
  readonly created?: string;
  readonly urls?: unknown;
  readonly digest?: unknown;
}

async function writeLayout(layout: string, fill: (writer: LayoutWriter) => Promise<void>): Promise<void> {
  const writer = await createLayoutWriter(layout);
  try {
    await fill(writer);
    await writer.finish();
  } finally {
    await writer.discard();
  }
}

async function pushArchive(
  writer: LayoutWriter,
  repository: string,
  version: string,
  archive: Uint8Array,
  created: string | null,
): Promise<void> {
  const config = await writer.blob(CHART_CONFIG, "{}");
  const layers = [await writer.blob(CHART_LAYER, archive)];
  const annotations = created === null ? {} : { [CREATED]: created };
  writer.tag(
    repository,
    version.replaceAll("+", "_"),
    await writer.manifest({ config, layers, annotations }),
  );
}

function parseArchivePath(path: string): readonly ArchiveFile[] {
  const parts = /^([^/]+)\/(.+?)-(v?\d[^/]*)\.tgz$/.exec(path);
  if (parts === null) return [];
  const [, namespace = "", name = "", version = ""] = parts;
  return [{ path, namespace, name, version }];
}

function newestOf(files: readonly ArchiveFile[]): ArchiveFile {
  const newest = latestOf(files, ({ version }) => version) ?? files.at(-1);
  if (newest === undefined) throw new Error("a chart without a version");
  return newest;
}

/** When a chart was last changed, as its files say; its Chart.yaml is written anew whenever it is packed. */
async function dateOf(file: string): Promise<string | null> {
  let newest = 0;
  const entries = extract();
  entries.on("entry", ({ name, mtime }, stream, next) => {
    if (!/\/Chart\.(yaml|lock)$/.test(name)) newest = Math.max(newest, mtime?.getTime() ?? 0);
    stream.on("end", next).resume();
  });
  await pipeline(createReadStream(file), createGunzip(), entries);
  return newest < EARLIEST ? null : new Date(newest).toISOString();
}
