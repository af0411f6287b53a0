import assert from "node:assert/strict";
import type { ChartText } from "#lib/chart/chart-content.ts";
import { parseChartMetadata } from "#lib/chart/parse-metadata.ts";
import type { DocumentedKey, DocumentedValues } from "#lib/chart/values/documented-values.ts";
import { readDocumentedValues } from "#lib/chart/values/read-documented-values.ts";

function file(path: string, text: string): ChartText {
  return { path, text, utf8: true };
}

/** What can be set in a chart of these files; `metadata` is what stands in its Chart.yaml besides. */
export function readChartFiles(files: Readonly<Record<string, string>>, metadata = ""): DocumentedValues {
  const own = (path: string) => (files[path] === undefined ? null : file(path, files[path]));
  return readDocumentedValues({
    metadata: parseChartMetadata(`apiVersion: v2\nname: c\nversion: 1.0.0\n${metadata}`, null),
    values: own("values.yaml"),
    schema: own("values.schema.json"),
    subchartTexts: Object.entries(files)
      .filter(([path]) => path.startsWith("charts/"))
      .map(([path, text]) => file(path, text)),
  });
}

/** The keys of a chart of which all can be read. */
export function keysOfFiles(
  files: Readonly<Record<string, string>>,
  metadata = "",
): readonly DocumentedKey[] {
  const { keys, problems } = readChartFiles(files, metadata);
  assert.deepEqual(problems, []);
  return keys;
}
