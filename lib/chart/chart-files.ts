import type { ChartFileRole } from "./chart-content.ts";

/**
 * Helm takes the first of these, in any letter case, for the README (`pkg/action/show.go`); the shorter path wins where
 * an archive holds several.
 */
const README = /^readme(?:\.md|\.txt)?$/i;
const LICENSE = /^licen[cs]e(?:\.md|\.txt)?$/i;

/** What a file of a chart is for, by its path below the chart's folder. */
export function roleOf(path: string): ChartFileRole {
  if (path === "Chart.yaml") return "metadata";
  if (path === "values.yaml") return "values";
  if (path === "values.schema.json") return "schema";
  if (path === "Chart.lock" || path === "requirements.lock") return "lock";
  if (path === "templates/NOTES.txt") return "notes";
  if (path.startsWith("templates/")) return "template";
  if (path.startsWith("crds/")) return "crd";
  if (path.startsWith("charts/")) return "subchart";
  if (README.test(path)) return "readme";
  if (LICENSE.test(path)) return "license";
  return "other";
}
