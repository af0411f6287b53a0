import type { ChartContent } from "../chart-content.ts";

/** A file as the tree of an archive lists it. */
export interface ArchiveEntry {
  readonly path: string;
  /** Bytes; null in an archive within the archive, of which only what was read is listed. */
  readonly size: number | null;
}

/** Every file of an archive, in path order; texts of packed subcharts stand below their archive. */
export function listArchiveFiles({ files, subchartTexts }: ChartContent): readonly ArchiveEntry[] {
  const known = new Set(files.map(({ path }) => path));
  const packed = subchartTexts.filter(({ path }) => !known.has(path));
  return [
    ...files.map(({ path, size }) => ({ path, size })),
    ...packed.map(({ path }) => ({ path, size: null })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}
