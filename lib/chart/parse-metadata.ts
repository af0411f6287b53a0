import { ChartError } from "./chart-error.ts";
import type { ChartDependency, ChartMetadata, Maintainer } from "./metadata.ts";
import { oneLine } from "./one-line.ts";
import {
  isMap,
  itemsOf,
  lineOf,
  linesOf,
  MAX_ITEMS,
  MAX_LINE,
  TRUE,
  webAddressOf,
  type YamlMap,
} from "./yaml-fields.ts";
import { parseYamlText, YamlError } from "./yaml-text.ts";

/** Characters of a Chart.yaml; the largest real one, with its list of changes, has about 60,000. */
const MAX_CHART_YAML = 512 * 1024;

/** Lengths in characters. */
const MAX_DESCRIPTION = 5_000;
/** Icons are `data:` addresses in some charts. */
const MAX_ICON = 64 * 1024;
const MAX_ANNOTATION = 100_000;

/** Helm's rule for names (`pkg/chart/v2/util/create.go`), without those that are paths (CVE-2026-35206). */
const NAME = /^(?!\.{1,2}$)[a-zA-Z0-9._-]{1,250}$/;

/**
 * Reads Chart.yaml, and requirements.yaml where charts of apiVersion v1 have their dependencies. Every scalar is the text
 * its author wrote: `appVersion: 1.10` is no number and `2024-01-02` no date. Throws `bad-chart-yaml` for what is not YAML
 * or has no name or version; anything else that is wrong costs only itself.
 */
export function parseChartMetadata(text: string, requirements: string | null = null): ChartMetadata {
  const chart = parseYamlMap("Chart.yaml", text);
  return {
    apiVersion: lineOf(chart.apiVersion) ?? "v1",
    name: nameOf(chart),
    version: versionOf(chart),
    appVersion: lineOf(chart.appVersion),
    kubeVersion: lineOf(chart.kubeVersion),
    description: lineOf(chart.description, MAX_DESCRIPTION) ?? "",
    type: lineOf(chart.type) === "library" ? "library" : "application",
    deprecated: TRUE.test(lineOf(chart.deprecated) ?? ""),
    keywords: linesOf(chart.keywords),
    home: webAddressOf(chart.home),
    sources: itemsOf(chart.sources).flatMap((source) => webAddressOf(source) ?? []),
    icon: lineOf(chart.icon, MAX_ICON),
    maintainers: itemsOf(chart.maintainers).flatMap(maintainerOf),
    dependencies: itemsOf(chart.dependencies ?? requiredBy(requirements)).flatMap(dependencyOf),
    annotations: annotationsOf(chart.annotations),
  };
}

function parseYamlMap(file: string, text: string): YamlMap {
  if (text.length > MAX_CHART_YAML) throw refused(`${file} has more than ${MAX_CHART_YAML} characters`);
  const value = parseFile(file, text);
  if (isMap(value)) return value;
  throw refused(`${file} holds no keys`);
}

function parseFile(file: string, text: string): unknown {
  try {
    return parseYamlText(text);
  } catch (error) {
    const reason = error instanceof YamlError ? error.message : String(error);
    throw new ChartError("bad-chart-yaml", `${file} cannot be read: ${reason}`, { cause: error });
  }
}

function nameOf(chart: YamlMap): string {
  const name = lineOf(chart.name);
  if (name === null) throw refused("Chart.yaml has no name");
  if (!NAME.test(name)) throw refused(`Chart.yaml has a name Helm does not allow: ${oneLine(name, 100)}`);
  return name;
}

function versionOf(chart: YamlMap): string {
  const version = lineOf(chart.version);
  if (version === null) throw refused("Chart.yaml has no version");
  return version;
}

/** A requirements.yaml that cannot be read costs the dependencies only. */
function requiredBy(requirements: string | null): unknown {
  try {
    return requirements === null ? [] : parseYamlMap("requirements.yaml", requirements).dependencies;
  } catch {
    return [];
  }
}

function maintainerOf(value: unknown): readonly Maintainer[] {
  if (!isMap(value)) return [];
  const name = lineOf(value.name);
  return name === null ? [] : [{ name, email: lineOf(value.email), url: webAddressOf(value.url) }];
}

function dependencyOf(value: unknown): readonly ChartDependency[] {
  if (!isMap(value)) return [];
  const name = lineOf(value.name);
  if (name === null) return [];
  return [
    {
      name,
      version: lineOf(value.version) ?? "",
      repository: lineOf(value.repository) ?? "",
      alias: lineOf(value.alias),
      condition: lineOf(value.condition),
      tags: linesOf(value.tags),
    },
  ];
}

/** Values keep their lines, for some are YAML themselves (`artifacthub.io/changes`); what is no text becomes JSON. */
function annotationsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isMap(value)) return {};
  const texts = Object.entries(value)
    .slice(0, MAX_ITEMS)
    .map(([key, one]) => [oneLine(key, MAX_LINE), annotationOf(one)]);
  return Object.fromEntries(texts.filter(([key]) => key !== ""));
}

/** Attack: `"\uD800"` is half a character. The search engine refuses it, and with it all that is written in the same request. */
function annotationOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.slice(0, MAX_ANNOTATION).toWellFormed();
}

function refused(message: string): ChartError {
  return new ChartError("bad-chart-yaml", message);
}
