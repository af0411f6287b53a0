import { join } from "node:path";
import { createArchiveStore } from "./archive-store.ts";
import { type ChartArchives, createChartArchives } from "./chart-archives.ts";
import { type ChartReader, createChartReader } from "./chart-reader.ts";

/** The content side of a process: archives on disk, and what they hold. */
export interface ChartContentParts {
  readonly archives: ChartArchives;
  readonly charts: ChartReader;
}

/** Both over `<dataFolder>/content`, which processes on one machine may share. */
export function createChartContent(dataFolder: string): ChartContentParts {
  const archives = createChartArchives(createArchiveStore(join(dataFolder, "content")));
  return { archives, charts: createChartReader(archives) };
}
