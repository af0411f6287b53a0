import type { ChartFileRole } from "./chart-content.ts";

/** The README by Helm's rule, in any letter case (`pkg/action/show.go`). */
const HELM_README = /^readme(?:\.md|\.txt)?$/i;
const OTHER_README = /^readme\.(?:markdown|rst|adoc)$/i;
const LICENSE = /^licen[cs]e(?:\.md|\.txt)?$/i;
/** What Helm takes for a manifest in `crds/` (`hasManifestExtension`). */
const MANIFEST = /\.(?:ya?ml|json)$/i;

/** What a file of a chart is for, by its path below the chart's folder. */
export function roleOf(path: string): ChartFileRole {
  if (path === "Chart.yaml") return "metadata";
  if (path === "values.yaml") return "values";
  if (path === "values.schema.json") return "schema";
  if (path === "Chart.lock" || path === "requirements.lock") return "lock";
  if (path === "templates/NOTES.txt") return "notes";
  if (path.startsWith("templates/")) return "template";
  if (path.startsWith("crds/") && MANIFEST.test(path)) return "crd";
  if (path.startsWith("charts/")) return "subchart";
  if (HELM_README.test(path) || OTHER_README.test(path)) return "readme";
  if (LICENSE.test(path)) return "license";
  return "other";
}

/** Whether `helm show readme` would show this file. */
export function isHelmReadme(path: string): boolean {
  return HELM_README.test(path);
}
