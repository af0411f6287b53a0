import "server-only";
import { LRUCache } from "lru-cache";
import type { AccessScope } from "../../access/scope.ts";
import type { Catalog, ChartRelease } from "../../catalog/catalog.ts";
import type { ChartContent } from "../../chart/chart-content.ts";
import { ChartError } from "../../chart/chart-error.ts";
import type { ChartComparison } from "../../chart/compare/chart-comparison.ts";
import { compareCharts } from "../../chart/compare/compare-charts.ts";
import { settleUnknown, textsOf } from "../../chart/compare/compare-files.ts";
import { readFileHashes } from "../../chart/compare/file-hashes.ts";
import { diffTexts, type TextOutcome } from "../../chart/compare/text-diff.ts";
import { decodeText } from "../../chart/decode-text.ts";
import { RegistryError } from "../../oci/errors.ts";
import { archiveDigest } from "./archive-memory.ts";

/** A release whose archive is at hand. */
export interface ComparedRelease {
  readonly release: ChartRelease;
  readonly content: ChartContent;
}

/** The catalog as the viewer sees it. */
export interface Reading {
  readonly catalog: Catalog;
  readonly scope: AccessScope;
}

/** Characters of the files that the comparisons kept hold parts of. */
const MAX_CACHED = 24 * 1024 * 1024;

const comparisons = new LRUCache<string, ChartComparison>({ maxSize: MAX_CACHED });

/** How two releases differ. Takes up to a second for hostile ones, once. */
export async function compareReleases(
  from: ComparedRelease,
  to: ComparedRelease,
  reading: Reading,
): Promise<ChartComparison> {
  const key = `${archiveDigest(from.release)} ${archiveDigest(to.release)}`;
  const known = comparisons.get(key);
  if (known !== undefined) return known;
  const compared = compareCharts(from.content, to.content);
  const same = await compareUnknown(compared.files.unknown, from, to, reading);
  const comparison = { ...compared, files: settleUnknown(compared.files, same) };
  if (comparison.files.unknown.length > 0) return comparison;
  comparisons.set(key, comparison, { size: weightOf(from.content) + weightOf(to.content) });
  return comparison;
}

/** A file of two releases side by side. A side that does not have it is null. */
export interface FileComparison {
  readonly from: string | null;
  readonly to: string | null;
  readonly outcome: TextOutcome;
}

/** Where a file differs, by its path on either side; a README is compared with the other's, whatever that is called. Null if neither has it. */
export async function compareReleaseFile(
  from: ComparedRelease,
  to: ComparedRelease,
  path: string,
  reading: Reading,
): Promise<FileComparison | null> {
  const isReadme = path === from.content.readme?.path || path === to.content.readme?.path;
  const paths = isReadme
    ? { from: from.content.readme?.path ?? null, to: to.content.readme?.path ?? null }
    : { from: pathIn(from, path), to: pathIn(to, path) };
  if (paths.from === null && paths.to === null) return null;
  const [old, fresh] = [await textOf(from, paths.from, reading), await textOf(to, paths.to, reading)];
  const outcome: TextOutcome =
    old === null || fresh === null
      ? { kind: "failed", reason: "The file is no text." }
      : diffTexts(old, fresh);
  return { ...paths, outcome };
}

function pathIn({ content }: ComparedRelease, path: string): string | null {
  const listed = content.files.some((file) => file.path === path) || textsOf(content).has(path);
  return listed ? path : null;
}

/** Empty for a file that is not there, null for one that is no text. */
async function textOf(side: ComparedRelease, path: string | null, reading: Reading): Promise<string | null> {
  if (path === null) return "";
  const known = textsOf(side.content).get(path);
  if (known !== undefined) return known;
  const { id, summary } = side.release;
  const bytes = await reading.catalog.file(id, summary.tag, path, reading.scope);
  const { text, utf8 } = decodeText(bytes ?? new Uint8Array());
  return bytes !== null && utf8 && !text.includes("\0") ? text : null;
}

/** Whether files of equal size, of which the content keeps no text, are the same: by one more reading of either archive. */
async function compareUnknown(
  unknown: readonly string[],
  from: ComparedRelease,
  to: ComparedRelease,
  reading: Reading,
): Promise<ReadonlyMap<string, boolean>> {
  if (unknown.length === 0) return new Map();
  try {
    const wanted = new Set(unknown);
    const [old, fresh] = await Promise.all([from, to].map((side) => hashesOf(side, wanted, reading)));
    return new Map(
      unknown.flatMap((path) => {
        const [one, other] = [old?.get(path), fresh?.get(path)];
        return one === undefined || other === undefined ? [] : [[path, one === other] as const];
      }),
    );
  } catch (error) {
    // What was not read stays unknown, and is said to be.
    if (error instanceof RegistryError || error instanceof ChartError) return new Map();
    throw error;
  }
}

async function hashesOf(
  { release: { id, summary } }: ComparedRelease,
  wanted: ReadonlySet<string>,
  { catalog, scope }: Reading,
): Promise<ReadonlyMap<string, string>> {
  const archive = await catalog.archive(id, summary.tag, scope);
  return archive === null ? new Map() : readFileHashes([await archive.read()], wanted);
}

/** Of what a comparison keeps: values and schemas of the chart and its subcharts, and the paths of its files. */
function weightOf({ values, schema, subchartTexts, files }: ChartContent): number {
  const texts = [values, schema, ...subchartTexts.filter(({ path }) => path.endsWith("/values.yaml"))];
  return texts.reduce((sum, one) => sum + (one?.text.length ?? 0), 0) + 100 * files.length + 1_000;
}
