import { isMap, isScalar, parseDocument } from "yaml";
import { ChartError } from "./chart-error.ts";
import type { ChartDependency, ChartMetadata, Maintainer } from "./metadata.ts";

/** Characters of a Chart.yaml; the largest real one, with its list of changes, has about 60,000. */
const MAX_CHART_YAML = 512 * 1024;
/** Aliases a document may resolve; attack: ten anchors of ten aliases each that stand for a billion values. */
const MAX_ALIASES = 100;
const MAX_LINE = 500;
const MAX_DESCRIPTION = 5_000;
const MAX_ANNOTATION = 100_000;
const MAX_ITEMS = 200;
/** Keywords longer than this cannot be filtered by (Meilisearch: 468 bytes). */
const MAX_KEYWORD = 100;

/** Helm's rule for names, without those that are paths (CVE-2026-35206). */
const NAME = /^(?!\.{1,2}$)[a-zA-Z0-9._-]{1,250}$/;

/**
 * Reads Chart.yaml, and for charts of apiVersion v1 the dependencies in requirements.yaml. Throws `ChartError` if there
 * is no name or version; anything else that is wrong costs only itself.
 */
export function parseChartMetadata(text: string, requirements: string | null): ChartMetadata {
  const chart = parseYaml("Chart.yaml", text);
  const name = oneLine(chart.name);
  const version = oneLine(chart.version);
  if (!NAME.test(name))
    throw bad(
      name === ""
        ? "Chart.yaml has no name."
        : `Chart.yaml has a name Helm refuses: ${JSON.stringify(name)}.`,
    );
  if (version === "") throw bad("Chart.yaml has no version.");
  const dependencies = chart.dependencies ?? (requirements === null ? [] : dependenciesOf(requirements));
  return {
    apiVersion: oneLine(chart.apiVersion) || "v1",
    name,
    version,
    appVersion: oneLine(chart.appVersion) || null,
    kubeVersion: oneLine(chart.kubeVersion) || null,
    description: clean(scalarText(chart.description), MAX_DESCRIPTION),
    type: oneLine(chart.type) === "library" ? "library" : "application",
    deprecated: chart.deprecated === true || chart.deprecated === "true",
    keywords: [
      ...new Set(texts(chart.keywords).map((keyword) => keyword.slice(0, MAX_KEYWORD).trim())),
    ].filter(Boolean),
    home: webAddress(chart.home),
    sources: list(chart.sources)
      .map(webAddress)
      .filter((address) => address !== null),
    icon: oneLine(chart.icon) || null,
    maintainers: records(chart.maintainers).flatMap(toMaintainer),
    dependencies: records(dependencies).flatMap(toDependency),
    annotations: toAnnotations(chart.annotations),
  };
}

type YamlRecord = Readonly<Record<string, unknown>>;

function parseYaml(file: string, text: string): YamlRecord {
  if (text.length > MAX_CHART_YAML) throw bad(`${file} has more than ${MAX_CHART_YAML} characters.`);
  try {
    // Helm takes duplicate keys, merge keys and, of several documents, the first.
    const document = parseDocument(text, {
      uniqueKeys: false,
      merge: true,
      logLevel: "silent",
      strict: false,
    });
    const failure = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
    if (failure !== undefined) throw bad(`${file} is not valid YAML: ${failure.message.split("\n")[0]}`);
    if (!isMap(document.contents)) throw bad(`${file} holds no keys.`);
    // `appVersion: 1.10` is a number to YAML and `2024-01-02` a date to some; to people both are what is written.
    for (const { key, value } of document.contents.items) {
      const plain =
        isScalar(key) && isScalar(value) && TEXT_KEYS.has(String(key.value)) && value.value !== null;
      if (plain && typeof value.value !== "string") value.value = value.source ?? String(value.value);
    }
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as YamlRecord;
  } catch (error) {
    if (error instanceof ChartError) throw error;
    // Attack: aliases by the million, or nesting as deep as the stack.
    const reason =
      error instanceof RangeError ? "it is nested too deeply" : error instanceof Error ? error.message : "";
    throw new ChartError("bad-chart-yaml", `${file} cannot be read: ${reason}.`, { cause: error });
  }
}

const TEXT_KEYS: ReadonlySet<string> = new Set([
  "name",
  "version",
  "appVersion",
  "kubeVersion",
  "apiVersion",
  "description",
]);

function dependenciesOf(requirements: string): unknown {
  try {
    return parseYaml("requirements.yaml", requirements).dependencies;
  } catch {
    return [];
  }
}

function toMaintainer(record: YamlRecord): readonly Maintainer[] {
  const name = oneLine(record.name);
  return name === "" ? [] : [{ name, email: oneLine(record.email) || null, url: webAddress(record.url) }];
}

function toDependency(record: YamlRecord): readonly ChartDependency[] {
  const name = oneLine(record.name);
  if (name === "") return [];
  return [
    {
      name,
      version: oneLine(record.version),
      repository: oneLine(record.repository),
      alias: oneLine(record.alias) || null,
      condition: oneLine(record.condition) || null,
      tags: texts(record.tags),
    },
  ];
}

function toAnnotations(value: unknown): Readonly<Record<string, string>> {
  const entries = isRecord(value) ? Object.entries(value).slice(0, MAX_ITEMS) : [];
  return Object.fromEntries(
    entries.map(([key, text]) => [oneLine(key), scalarText(text).slice(0, MAX_ANNOTATION)]),
  );
}

function texts(value: unknown): readonly string[] {
  return list(value).map(oneLine).filter(Boolean);
}

function records(value: unknown): readonly YamlRecord[] {
  return list(value).filter(isRecord);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS) : [];
}

function isRecord(value: unknown): value is YamlRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An http(s) address, or null: nothing else may become a link. */
function webAddress(value: unknown): string | null {
  const url = URL.parse(oneLine(value));
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}

function oneLine(value: unknown): string {
  return clean(scalarText(value).replace(/\s+/g, " "), MAX_LINE);
}

function scalarText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? String(value)
    : "";
}

/** Attack: escape sequences for terminals, and marks that turn text around so that it reads as something else. */
function clean(text: string, length: number): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim()
    .slice(0, length);
}

function bad(message: string): ChartError {
  return new ChartError("bad-chart-yaml", message);
}
