import "server-only";
import type { ChartRelease } from "../../catalog/catalog.ts";
import type { ChartContent, ChartText } from "../../chart/chart-content.ts";
import { readDefaultValues } from "../../chart/values/default-values.ts";
import type { DocumentedKey, DocumentedValues } from "../../chart/values/documented-values.ts";
import { fullDefault, readFullDefaults } from "../../chart/values/full-defaults.ts";
import { type Json, type JsonObject, valueAt } from "../../chart/values/json.ts";
import { readKeyNames } from "../../chart/values/key-path.ts";
import { readDocumentedValues } from "../../chart/values/read-documented-values.ts";
import { formatSetArgument } from "../../chart/values/set-argument.ts";
import { formatValueSnippet } from "../../chart/values/value-snippet.ts";
import { createArchiveMemory } from "./archive-memory.ts";

/** Keys of a few large charts, or of many usual ones. */
const MAX_CACHED_KEYS = 50_000;

const rememberDocument = createArchiveMemory<DocumentedValues>(MAX_CACHED_KEYS, ({ keys }) => keys.length);

/** Charts that are being read; each may take some megabytes. */
const rememberDefaults = createArchiveMemory<JsonObject>(20, () => 0);
const rememberWritten = createArchiveMemory<ReadonlyMap<string, string>>(50, () => 0);

/** What can be set in a release; null if nothing can, or its archive is not at hand. */
export function releaseValues(release: ChartRelease): DocumentedValues | null {
  const content = contentOf(release);
  if (content === null) return null;
  const values = rememberDocument(release, () => readDocumentedValues(content));
  const nothing = values.keys.length === 0 && values.problems.length === 0 && content.values === null;
  return nothing ? null : values;
}

const SUBCHART_FILE = /^(?:charts\/[^/]+\/)+values\.(?:yaml|schema\.json)$/;

/** The files keys of a release are written in: the chart's own values and schema, then its subcharts'. */
export function valuesFiles(content: ChartContent): readonly ChartText[] {
  const inner = content.subchartTexts.filter(({ path }) => SUBCHART_FILE.test(path));
  return [content.values, content.schema, ...inner].filter((file) => file !== null);
}

/** Whole defaults by path, of keys that have only the beginning of theirs in one line. */
export function releaseFullDefaults(release: ChartRelease): ReadonlyMap<string, string> {
  return rememberWritten(release, () =>
    readFullDefaults(releaseValues(release)?.keys ?? [], defaultsOf(release)),
  );
}

/** What can be copied of a key: how to set it to its default, on the command line and in a file. */
export function keyTexts(release: ChartRelease, key: DocumentedKey) {
  const names = readKeyNames(key.path);
  const value = valueAt(defaultsOf(release), names) ?? parseDefault(key.default);
  const words = key.description === "" ? (key.schema?.description ?? "") : key.description;
  return {
    set: formatSetArgument(names, value),
    yaml: formatValueSnippet(names, value, words),
    full: fullDefault(key, value),
  };
}

function defaultsOf(release: ChartRelease): JsonObject {
  const content = contentOf(release);
  return content === null ? {} : rememberDefaults(release, () => readDefaultValues(content).values);
}

function contentOf({ content }: ChartRelease): ChartContent | null {
  return content.kind === "available" ? content.content : null;
}

/** Of a key that only the schema names. */
function parseDefault(line: string | null): Json {
  try {
    return line === null ? null : JSON.parse(line);
  } catch {
    return null;
  }
}
