import { type ChartId, chartPath, templatePath } from "#lib/catalog/chart-path.ts";

/** Where templates are searched for words or a key, in all files or in one, at a line of it if one is named. */
export function findTemplatesPath(
  id: ChartId,
  version: string | null,
  find: string,
  file: string | null = null,
  line: number | null = null,
): string {
  const place = file === null ? chartPath(id, version, "templates") : templatePath(id, version, file);
  return `${place}&find=${encodeURIComponent(find)}${line === null ? "" : `#L${line}`}`;
}
