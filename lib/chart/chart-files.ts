import type { ChartFileRole } from "./chart-content.ts";

/** The README by Helm's rule, in any letter case (`pkg/action/show.go`). */
const HELM_README = /^readme(?:\.md|\.txt)?$/i;
const OTHER_README = /^readme\.(?:markdown|rst|adoc)$/i;
const LICENSE = /^licen[cs]e(?:\.md|\.txt)?$/i;
/** What Helm takes for a manifest in `crds/` (`hasManifestExtension`). */
const MANIFEST = /\.(?:ya?ml|json)$/i;

/** Dependencies of charts of apiVersion v1. */
export const REQUIREMENTS = "requirements.yaml";

const FOLDER = "charts/";
const SUBCHART_TEXTS: ReadonlySet<ChartFileRole> = new Set([
  "metadata",
  "values",
  "schema",
  "template",
  "crd",
]);

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

/** Where in a chart's `charts/` a file is. */
interface SubchartPath {
  /** The subchart's folder or archive: `charts/redis`, `charts/redis/charts/common`, `charts/redis-1.0.0.tgz`. */
  readonly chart: string;
  /** Below it; empty for an archive itself. */
  readonly file: string;
}

/**
 * Reads the path of a file Helm loads as part of a subchart, however deep; null for any other. Helm takes what is directly in
 * `charts/`, archives and folders, but for names that begin with `.` or `_`.
 */
export function parseSubchartPath(path: string): SubchartPath | null {
  let chart = "";
  for (let file = path; file.startsWith(FOLDER); ) {
    const end = file.indexOf("/", FOLDER.length);
    const name = file.slice(FOLDER.length, end === -1 ? file.length : end);
    if (/^[._]/.test(name) || (end === -1 && !name.endsWith(".tgz"))) return null;
    chart += `${chart === "" ? "" : "/"}${FOLDER}${name}`;
    file = end === -1 ? "" : file.slice(end + 1);
    if (!file.startsWith(FOLDER)) return { chart, file };
  }
  return null;
}

/** Whether a file of a subchart, by its path in it, tells what it brings: the rest is only listed. */
export function isSubchartText(path: string): boolean {
  return path === REQUIREMENTS || SUBCHART_TEXTS.has(roleOf(path));
}

/** Whether `helm show readme` would show this file. */
export function isHelmReadme(path: string): boolean {
  return HELM_README.test(path);
}
