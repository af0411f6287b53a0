import { join } from "node:path";
import { createArchiveStore, type StoreOptions } from "./archive-store.ts";
import { type ChartArchives, createChartArchives } from "./chart-archives.ts";
import { type ChartReader, createChartReader } from "./chart-reader.ts";

/** The content side of a process: archives on disk, and what they hold. */
export interface ChartContentParts {
  readonly archives: ChartArchives;
  readonly charts: ChartReader;
}

/** Both over `<dataFolder>/content`, which processes on one machine may share; unbounded and silent by default. */
export function createChartContent(dataFolder: string, options?: StoreOptions): ChartContentParts {
  const archives = createChartArchives(createArchiveStore(join(dataFolder, "content"), options));
  return { archives, charts: createChartReader(archives) };
}
