import { join, resolve } from "node:path";
import { packDemoCharts } from "#demo/pack-charts.ts";
import { type Extent, layOutArchives, layOutIndexes } from "./chart-layout.ts";
import type { Holdings } from "./relevance-index.ts";

/** Which charts are searched. */
export interface HoldingsOptions {
  /** Folder of `<namespace>/<name>-<version>.tgz`, or null for the sample charts of demo/. */
  readonly archives: string | null;
  readonly extent: Extent;
  /** Folder of `<namespace>.yaml` indexes, whose other charts are put beside them without content; or null. */
  readonly distractors: string | null;
}

/** The archives a user pointed us at. */
export function realArchives(): string | null {
  const folder = process.env.CHARTROOM_REAL_CHARTS;
  return folder === undefined || folder === "" ? null : resolve(folder);
}

/** The holdings that are asked for. */
export function planHoldings({ archives, extent, distractors }: HoldingsOptions): Holdings {
  const description = JSON.stringify({ archives, extent, distractors });
  if (archives === null) return { description, layouts: [{ id: "demo", layOut: packDemoCharts }] };
  const taken = new Set<string>();
  const real = {
    id: "real",
    layOut: async (layout: string) => {
      for (const repository of await layOutArchives(archives, layout, extent)) taken.add(repository);
    },
  };
  if (distractors === null) return { description, layouts: [real] };
  const others = {
    id: "others",
    layOut: (layout: string) => layOutIndexes(distractors, layout, (repository) => !taken.has(repository)),
  };
  return { description, layouts: [real, others] };
}

/** Where the indexes lie beside a folder of archives. */
export function indexesBeside(archives: string): string {
  return join(archives, "../indexes");
}
