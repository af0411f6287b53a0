import type { ChartContent, ChartText } from "./chart-content.ts";

/** Every text that is kept of an archive. */
export function contentTexts(content: ChartContent): readonly ChartText[] {
  const { chartYaml, readme, values, schema, lock, license, templates, crds, subchartTexts } = content;
  const single = [chartYaml, readme, values, schema, lock, license].filter((text) => text !== null);
  return [...single, ...templates, ...crds, ...subchartTexts];
}
