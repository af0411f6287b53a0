import type { ChartComparison } from "#lib/chart/compare/chart-comparison.ts";
import type { ValuesDifference } from "#lib/chart/compare/values-difference.ts";
import type { ComparePart } from "./compare-view.ts";

/** How many differences a part shows; null if that cannot be said. What only describes a key is not counted. */
export function countPart(comparison: ChartComparison, part: ComparePart): number | null {
  const { values, schema, images, crds } = comparison;
  switch (part) {
    case "values":
      return values.kind === "failed" ? null : countValues(values.difference);
    case "subcharts":
      return comparison.subcharts.length;
    case "schema":
      return schema.kind === "failed" ? null : schema.difference.changes.length;
    case "images":
      return images.kind === "failed" ? null : sizeOf(images.difference);
    case "dependencies":
      return comparison.dependencies.length;
    case "crds":
      return crds.kind === "failed" ? null : sizeOf(crds.difference);
    case "metadata":
      return comparison.fields.length;
    case "templates":
      return comparison.templates.changes.length;
    case "readme":
      return Number(comparison.readme.changed);
    case "files":
      return comparison.files.changes.length;
  }
}

/** Why a part could not be computed, or null. */
export function failureOf(comparison: ChartComparison, part: ComparePart): string | null {
  if (part !== "values" && part !== "schema" && part !== "images" && part !== "crds") return null;
  const outcome = comparison[part];
  return outcome.kind === "failed" ? outcome.reason : null;
}

/** Whether it is known that nothing differs, not even what is not counted. */
export function isSame(comparison: ChartComparison, part: ComparePart): boolean {
  const { values, templates, files } = comparison;
  if (failureOf(comparison, part) !== null || countPart(comparison, part) !== 0) return false;
  if (part === "values") return values.kind === "computed" && values.difference.described.length === 0;
  if (part === "templates") return templates.unknown.length === 0;
  return part !== "files" || files.unknown.length === 0;
}

/** Keys that differ but for their description. */
export function countValues({ described: _, ...lists }: ValuesDifference): number {
  return Object.values(lists).reduce((sum, list) => sum + list.length, 0);
}

function sizeOf(lists: { readonly [list: string]: readonly unknown[] } | object): number {
  return Object.values(lists).reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
}
