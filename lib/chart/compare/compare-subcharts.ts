import type { ChartContent } from "../chart-content.ts";
import { placeSubcharts } from "../placed-subcharts.ts";
import { readSubcharts, type Subchart } from "../subcharts.ts";
import { createSubchartRoom } from "../values/values-problem.ts";
import type { Outcome } from "./chart-comparison.ts";
import { compareValuesFiles } from "./compare-values-files.ts";
import type { ValuesDifference } from "./values-difference.ts";

/** A subchart that only one side has, or that is another. */
export interface SubchartDifference {
  /** Where its values lie in those of the whole: `redis`, `redis.common`. */
  readonly path: string;
  readonly name: string;
  /** Its version on either side; null where it is not. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of its own values.yaml, keys as in its own; null where only one side has it. */
  readonly values: Outcome<ValuesDifference> | null;
}

/** Compares subcharts of any depth, by what the charts around them call them. */
export function compareSubcharts(from: ChartContent, to: ChartContent): readonly SubchartDifference[] {
  const [old, fresh] = [subchartsByPath(from), subchartsByPath(to)];
  const differences: SubchartDifference[] = [];
  const hasRoom = { from: createSubchartRoom(), to: createSubchartRoom() };
  for (const path of new Set([...old.keys(), ...fresh.keys()])) {
    const [one, now] = [old.get(path), fresh.get(path)];
    const name = (now ?? one)?.metadata.name ?? path;
    const versions = { from: one?.metadata.version ?? null, to: now?.metadata.version ?? null };
    if (one === undefined || now === undefined) {
      differences.push({ path, name, ...versions, values: null });
      continue;
    }
    const [oldText, freshText] = [one.values?.text ?? "", now.values?.text ?? ""];
    if (oldText === freshText && versions.from === versions.to) continue;
    const fits = oldText === freshText || (hasRoom.from(oldText) && hasRoom.to(freshText));
    const values: Outcome<ValuesDifference> = fits
      ? compareValuesFiles({ text: oldText }, { text: freshText })
      : { kind: "failed", reason: "The subcharts' values are too large to be compared all." };
    differences.push({ path, name, ...versions, values });
  }
  return differences;
}

function subchartsByPath(content: ChartContent): ReadonlyMap<string, Subchart> {
  const found = new Map<string, Subchart>();
  for (const { path, chart } of placeSubcharts(content.metadata, readSubcharts(content))) {
    if (!found.has(path)) found.set(path, chart);
  }
  return found;
}
