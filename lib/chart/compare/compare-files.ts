import type { ChartContent, ChartFileRole } from "../chart-content.ts";
import { contentTexts } from "../content-texts.ts";

/** A file that only one side has, that is another, or that is elsewhere with the same text. Paths in the archive. */
export type FileChange =
  | { readonly kind: "added" | "removed"; readonly path: string; readonly hasText: boolean }
  | { readonly kind: "changed"; readonly path: string; readonly hasText: boolean }
  | { readonly kind: "moved"; readonly path: string; readonly from: string };

/** How the files of two charts differ. */
export interface FilesDifference {
  /** In path order. */
  readonly changes: readonly FileChange[];
  /** Files of equal size on both sides whose content is not at hand: nobody knows whether they differ. */
  readonly unknown: readonly string[];
}

/** What has a part of its own in a comparison. */
const APART: ReadonlySet<ChartFileRole> = new Set(["metadata", "values", "schema", "template", "notes"]);

/** Compares what is in `templates/`. */
export function compareTemplates(from: ChartContent, to: ChartContent): FilesDifference {
  return compareFiles(
    filesOf(from, (role) => role === "template" || role === "notes"),
    filesOf(to, (role) => role === "template" || role === "notes"),
  );
}

/** Compares all files that have no part of their own. */
export function compareOtherFiles(from: ChartContent, to: ChartContent): FilesDifference {
  return compareFiles(
    filesOf(from, (role, path) => !APART.has(role) && path !== from.readme?.path),
    filesOf(to, (role, path) => !APART.has(role) && path !== to.readme?.path),
  );
}

/** The same, once it is known of some files whether they differ. */
export function settleUnknown(
  { changes, unknown }: FilesDifference,
  same: ReadonlyMap<string, boolean>,
): FilesDifference {
  const changed = unknown
    .filter((path) => same.get(path) === false)
    .map((path): FileChange => ({ kind: "changed", path, hasText: false }));
  return {
    changes: [...changes, ...changed].sort((a, b) => (a.path < b.path ? -1 : 1)),
    unknown: unknown.filter((path) => !same.has(path)),
  };
}

/** The texts of a chart that are at hand, by their path in the archive. */
export function textsOf(content: ChartContent): ReadonlyMap<string, string> {
  return new Map(contentTexts(content).map(({ path, text }) => [path, text] as const));
}

interface ComparedFile {
  readonly size: number;
  readonly text: string | null;
}

type FilesByPath = ReadonlyMap<string, ComparedFile>;

function filesOf(content: ChartContent, wanted: (role: ChartFileRole, path: string) => boolean): FilesByPath {
  const texts = textsOf(content);
  return new Map(
    content.files
      .filter(({ role, path }) => wanted(role, path))
      .map(({ path, size }) => [path, { size, text: texts.get(path) ?? null }]),
  );
}

function compareFiles(from: FilesByPath, to: FilesByPath): FilesDifference {
  const changes: FileChange[] = [];
  const unknown: string[] = [];
  const gone = [...from].filter(([path]) => !to.has(path));
  const come = [...to].filter(([path]) => !from.has(path));
  const moved = findMovedFiles(gone, come);
  const sources = new Set(moved.values());
  for (const [path, { text }] of gone) {
    if (!sources.has(path)) changes.push({ kind: "removed", path, hasText: text !== null });
  }
  for (const [path, { text }] of come) {
    const source = moved.get(path);
    if (source === undefined) changes.push({ kind: "added", path, hasText: text !== null });
    else changes.push({ kind: "moved", path, from: source });
  }
  for (const [path, file] of from) {
    const other = to.get(path);
    if (other === undefined) continue;
    const same = areSame(file, other);
    if (same === null) unknown.push(path);
    else if (!same) {
      changes.push({ kind: "changed", path, hasText: file.text !== null && other.text !== null });
    }
  }
  return { changes: changes.sort((a, b) => (a.path < b.path ? -1 : 1)), unknown };
}

function areSame(one: ComparedFile, other: ComparedFile): boolean | null {
  if (one.text !== null && other.text !== null) return one.text === other.text;
  return one.size === other.size ? null : false;
}

/** Old paths by new ones: of texts that are there once on either side. */
function findMovedFiles(
  gone: readonly (readonly [string, ComparedFile])[],
  come: readonly (readonly [string, ComparedFile])[],
): ReadonlyMap<string, string> {
  const sources = pathsByText(gone);
  const moved = new Map<string, string>();
  for (const [text, [path, ...more]] of pathsByText(come)) {
    const [source, ...others] = sources.get(text) ?? [];
    if (path !== undefined && source !== undefined && more.length + others.length === 0)
      moved.set(path, source);
  }
  return moved;
}

function pathsByText(
  files: readonly (readonly [string, ComparedFile])[],
): ReadonlyMap<string, readonly string[]> {
  const byText = Map.groupBy(files, ([, { text }]) => text?.trim() ?? "");
  byText.delete("");
  return new Map([...byText].map(([text, found]) => [text, found.map(([path]) => path)]));
}
