import { type KeyLookup, type ResolvedUse, wholePaths } from "./key-lookup.ts";
import type { FileLine, TemplateIndex } from "./template-index.ts";

/** A key that templates use and values.yaml does not have. */
export interface UnknownKey {
  /** As the values of the whole would name it. */
  readonly path: string;
  readonly status: Extract<ResolvedUse["status"], "commented" | "unknown">;
  /** The first place. */
  readonly place: FileLine;
  readonly uses: number;
}

/** The list is to be read. */
const MAX_KEYS = 200;

/** All such keys of a chart with its subcharts, in the order of their paths: options nobody documents, and misspellings. */
export function findUnknownKeys(index: TemplateIndex, lookup: KeyLookup): readonly UnknownKey[] {
  const found = new Map<string, UnknownKey>();
  const resolved = new Map<string, ResolvedUse>();
  for (const { path: file, chart, uses } of index.files.values()) {
    for (const { path: name, line } of uses) {
      const path = wholePaths(chart, name)[0] ?? name;
      const id = `${chart.folder} ${name}`;
      const { status } = resolved.get(id) ?? lookup.resolve(chart, name);
      resolved.set(id, { status, key: null });
      if (status !== "unknown" && status !== "commented") continue;
      const known = found.get(path);
      if (known !== undefined) found.set(path, { ...known, uses: known.uses + 1 });
      else if (found.size < MAX_KEYS) found.set(path, { path, status, place: { file, line }, uses: 1 });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
