import type { ChartContent, ChartFile, ChartText } from "./chart-content.ts";
import { ChartError } from "./chart-error.ts";
import { roleOf } from "./chart-files.ts";
import { decodeText } from "./decode-text.ts";
import { parseChartMetadata } from "./parse-metadata.ts";
import { readArchive } from "./read-archive.ts";

/** Archive bytes, in pieces of any size. */
type ArchiveBytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Files whose text a reader of the chart wants; all others are only listed. */
const KEPT: ReadonlySet<ChartFile["role"]> = new Set([
  "metadata",
  "readme",
  "values",
  "schema",
  "lock",
  "license",
  "notes",
  "template",
  "crd",
]);

/** Reads a chart archive as a stream. Throws `ChartError` for what is no chart, and whatever `archive` throws. */
export async function readChart(archive: ArchiveBytes): Promise<ChartContent> {
  const files: ChartFile[] = [];
  const texts = new Map<string, ChartText>();
  const folder = await readArchive(archive, async ({ path, size, bytes }) => {
    const role = roleOf(path);
    files.push({ path, size, role });
    if (!KEPT.has(role) && path !== "requirements.yaml") return;
    const { text, valid } = decodeText(await bytes());
    texts.set(path, { path, text, utf8: valid });
  });
  files.sort((a, b) => (a.path < b.path ? -1 : 1));

  const chartYaml = texts.get("Chart.yaml");
  if (chartYaml === undefined)
    throw new ChartError("no-chart-yaml", "The archive holds no Chart.yaml in the chart's folder.");
  const metadata = parseChartMetadata(chartYaml.text, texts.get("requirements.yaml")?.text ?? null);
  // Attack: an archive that shows itself as one chart and unpacks over the folder of another.
  if (folder !== "." && folder !== metadata.name) {
    throw new ChartError(
      "name-mismatch",
      `Chart.yaml names the chart ${JSON.stringify(metadata.name)}, but its folder is ${JSON.stringify(folder)}.`,
    );
  }
  const textsOf = (...roles: readonly ChartFile["role"][]) =>
    files.filter(({ role }) => roles.includes(role)).flatMap(({ path }) => texts.get(path) ?? []);
  return {
    metadata,
    chartYaml,
    readme: textsOf("readme")[0] ?? null,
    values: texts.get("values.yaml") ?? null,
    schema: texts.get("values.schema.json") ?? null,
    lock: textsOf("lock")[0] ?? null,
    license: textsOf("license")[0] ?? null,
    templates: textsOf("template", "notes"),
    crds: textsOf("crd"),
    subcharts: subchartsOf(files),
    files,
    unpackedSize: files.reduce((sum, { size }) => sum + size, 0),
  };
}

/** One file of an archive as its bytes are; null if there is none of that path. */
export async function readArchiveFile(archive: ArchiveBytes, path: string): Promise<Uint8Array | null> {
  let found: Uint8Array | null = null;
  await readArchive(archive, async (file) => {
    if (file.path === path) found = await file.bytes();
  });
  return found;
}

/** Names of folders and archives directly below `charts/`. */
function subchartsOf(files: readonly ChartFile[]): readonly string[] {
  const names = files.filter(({ role }) => role === "subchart").map(({ path }) => path.split("/")[1] ?? "");
  return [...new Set(names)];
}
