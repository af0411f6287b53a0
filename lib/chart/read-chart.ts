import type { ChartContent, ChartFile, ChartFileRole, ChartText } from "./chart-content.ts";
import { ChartError } from "./chart-error.ts";
import { isHelmReadme, isSubchartText, parseSubchartPath, REQUIREMENTS, roleOf } from "./chart-files.ts";
import { decodeText } from "./decode-text.ts";
import type { ChartMetadata } from "./metadata.ts";
import { oneLine } from "./one-line.ts";
import { type PackedSubchart, readPackedSubcharts } from "./packed-subcharts.ts";
import { parseChartMetadata } from "./parse-metadata.ts";
import { type ArchiveBytes, readArchive } from "./read-archive.ts";

/**
 * Reads a chart's archive as a stream, to its end. Throws `ChartError` for what is no chart, and whatever `archive`
 * throws.
 */
export async function readChart(archive: ArchiveBytes): Promise<ChartContent> {
  const files: ChartFile[] = [];
  const texts = new Map<string, ChartText>();
  const subchartTexts: ChartText[] = [];
  const packed: PackedSubchart[] = [];
  let folder = "";
  for await (const { path, root, size, bytes } of readArchive(archive, isRead)) {
    folder = root;
    const role = roleOf(path);
    files.push({ path, size, role });
    if (bytes === null) continue;
    if (role !== "subchart") texts.set(path, { path, ...decodeText(bytes) });
    else if (isPackedSubchart(path)) packed.push({ path, bytes });
    else subchartTexts.push({ path, ...decodeText(bytes) });
  }
  subchartTexts.push(...(await readPackedSubcharts(packed)));
  // Of several READMEs Helm shows the first in the archive, so this is settled before they are sorted.
  const readmes = files.filter(({ role }) => role === "readme").map(({ path }) => path);
  const readme = readmes.find(isHelmReadme) ?? readmes[0];
  files.sort(byPath);

  const textOf = (path: string | undefined) => (path === undefined ? null : (texts.get(path) ?? null));
  const textsOf = (...roles: readonly ChartFileRole[]) =>
    files.filter(({ role }) => roles.includes(role)).flatMap(({ path }) => texts.get(path) ?? []);
  const chartYaml = textOf("Chart.yaml");
  if (chartYaml === null)
    throw new ChartError("no-chart-yaml", "The archive has no Chart.yaml in its top folder");
  const metadata = parseChartMetadata(chartYaml.text, textOf(REQUIREMENTS)?.text ?? null);
  refuseForeignFolder(folder, metadata);
  return {
    metadata,
    chartYaml,
    readme: textOf(readme),
    values: textOf("values.yaml"),
    schema: textOf("values.schema.json"),
    lock: textsOf("lock")[0] ?? null,
    license: textsOf("license")[0] ?? null,
    templates: textsOf("template", "notes"),
    crds: textsOf("crd"),
    subcharts: subchartsOf(files),
    subchartTexts: subchartTexts.sort(byPath),
    files,
    unpackedSize: files.reduce((sum, { size }) => sum + size, 0),
  };
}

/** One file of an archive as its bytes are; null if there is none of that path. Throws as `readChart` does. */
export async function readArchiveFile(archive: ArchiveBytes, path: string): Promise<Uint8Array | null> {
  let found: Uint8Array | null = null;
  for await (const { bytes } of readArchive(archive, (candidate) => candidate === path))
    found = bytes ?? found;
  return found;
}

function isRead(path: string): boolean {
  const role = roleOf(path);
  if (role !== "subchart") return path === REQUIREMENTS || role !== "other";
  return isPackedSubchart(path) || isSubchartText(parseSubchartPath(path)?.file ?? "");
}

function isPackedSubchart(path: string): boolean {
  return parseSubchartPath(path)?.file === "";
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

function refuseForeignFolder(folder: string, { name }: ChartMetadata): void {
  // Attack: an archive that calls itself "tools" and unpacks over the folder of "redis" beside it. Some real ones have no
  // top folder at all (`./Chart.yaml`).
  if (folder === "." || folder === name) return;
  const found = oneLine(folder, 200);
  throw new ChartError(
    "name-mismatch",
    `The chart is named ${name} in Chart.yaml, but its folder is ${found}`,
  );
}

/** Names directly below `charts/` that Helm loads: archives, and folders but for those it skips by their first letter. */
function subchartsOf(files: readonly ChartFile[]): readonly string[] {
  const names = new Set<string>();
  for (const { path } of files) {
    const [folder, name = "", ...below] = path.split("/");
    if (folder !== "charts" || /^[._]/.test(name)) continue;
    if (below.length > 0 || name.endsWith(".tgz")) names.add(name);
  }
  return [...names];
}
