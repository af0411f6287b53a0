import { namesOf } from "./installed-charts.ts";
import type { ChartMetadata } from "./metadata.ts";
import type { Subchart } from "./subcharts.ts";
import { keyPath } from "./values/key-path.ts";

/** A subchart under one of its names. */
export interface PlacedSubchart {
  /** Where its values are in those of the whole: `redis`, `web.redis`. */
  readonly path: string;
  /** The path of the subchart it is in; empty if that is the chart itself. */
  readonly within: string;
  /** What the chart around it calls it. */
  readonly name: string;
  readonly chart: Subchart;
  /** The chart around it. */
  readonly around: ChartMetadata;
}

/** Of 801 real charts one has 17. Attack: ten aliases at each of ten levels are 10^10 places of one chart. */
const MAX_PLACED = 200;

/** Each subchart under each of its names, before those in it. */
export function placeSubcharts(
  metadata: ChartMetadata,
  subcharts: readonly Subchart[],
): readonly PlacedSubchart[] {
  const placed: PlacedSubchart[] = [];
  const place = (within: string, around: ChartMetadata, inner: readonly Subchart[]) => {
    for (const chart of inner) {
      for (const name of namesOf(chart, around)) {
        if (placed.length >= MAX_PLACED) return;
        const path = keyPath(within, name);
        placed.push({ path, within, name, chart, around });
        place(path, chart.metadata, chart.subcharts);
      }
    }
  };
  place("", metadata, subcharts);
  return placed;
}
