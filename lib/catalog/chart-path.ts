import type { SourceId } from "../config/chartroom-config.ts";
import { parseSourceId } from "../config/source-id.ts";
import { parseDigest, parseRepositoryName, type RepositoryName } from "../oci/reference.ts";
import { TEXT_ID_PREFIX } from "../support/heading-slugs.ts";

/** Where a chart lives. */
export interface ChartId {
  readonly source: SourceId;
  readonly repository: RepositoryName;
}

/** A chart and, if the address names one, its version (a tag, a version or a digest). */
export interface ChartAddress {
  readonly id: ChartId;
  readonly version: string | null;
}

/** What the chart page can show. */
export const CHART_TABS = [
  "readme",
  "values",
  "templates",
  "dependencies",
  "resources",
  "changes",
  "versions",
  "install",
] as const;
/** One of them. */
export type ChartTab = (typeof CHART_TABS)[number];

const MAX_VERSION_LENGTH = 256;

/**
 * Reads `<source>/<repository>[@<version>]` from decoded path segments. Null if it is not one: the caller answers 404.
 */
export function parseChartAddress(segments: readonly string[]): ChartAddress | null {
  const [first, ...rest] = segments;
  const source = parseSourceId(first ?? "");
  const [repositoryText, ...versionParts] = rest.join("/").split("@");
  const repository = parseRepositoryName(repositoryText ?? "");
  if (source === null || repository === null || versionParts.length > 1) return null;
  const version = versionParts[0] ?? null;
  if (version !== null && !isVersionText(version)) return null;
  return { id: { source, repository }, version };
}

/** The page of a chart; the README tab and the latest version have the short address. */
export function chartPath(id: ChartId, version: string | null = null, tab: ChartTab = "readme"): string {
  return `/charts/${formatChartAddress(id, version)}${tab === "readme" ? "" : `?tab=${tab}`}`;
}

/** The place of one values key. */
export function valueKeyPath(id: ChartId, version: string | null, key: string): string {
  return `${chartPath(id, version, "values")}&key=${encodeURIComponent(key)}`;
}

/** A file of the archive in its colours, at a line (from 1) if one is named. `file` is its path in the archive. */
export function templatePath(
  id: ChartId,
  version: string | null,
  file: string,
  line: number | null = null,
): string {
  const place = line === null ? "" : `#L${line}`;
  return `${chartPath(id, version, "templates")}&file=${encodeURIComponent(file)}${place}`;
}

/** Two releases side by side, also of different charts. A version of null is the latest. */
export function comparePath(from: ChartAddress, to: ChartAddress): string {
  const [fromText, toText] = [from, to].map(({ id, version }) =>
    encodeURIComponent(formatChartAddress(id, version)).replaceAll("%2F", "/").replaceAll("%40", "@"),
  );
  return `/compare?from=${fromText}&to=${toText}`;
}

/** A heading of the README, by its slug; empty for what stands before the first. */
export function readmePath(id: ChartId, version: string | null, slug: string): string {
  return `${chartPath(id, version)}${slug === "" ? "" : `#${TEXT_ID_PREFIX}${encodeURIComponent(slug)}`}`;
}

/** The feed of a chart's new versions. */
export function feedPath({ source, repository }: ChartId): string {
  return `/feeds/${source}/${repository}.atom`;
}

/** What changed in a chart's releases, as Markdown. */
export function changelogPath({ source, repository }: ChartId): string {
  return `/feeds/${source}/${repository}.md`;
}

/** The picture with a chart's latest version. */
export function badgePath({ source, repository }: ChartId): string {
  return `/badge/${source}/${repository}.svg`;
}

/** A file of a release as it is. */
export function filePath(id: ChartId, version: string, path: string): string {
  return `/api/v1/files/${formatChartAddress(id, version)}?path=${encodeURIComponent(path)}`;
}

/** A picture of another host in the README of a release, fetched by us. */
export function readmeImagePath(id: ChartId, version: string, address: string): string {
  return `/readme-images/${formatChartAddress(id, version)}?src=${encodeURIComponent(address)}`;
}

/** `<source>/<repository>[@<version>]`, as it stands in addresses. */
export function formatChartAddress(id: ChartId, version: string | null): string {
  const suffix =
    version === null ? "" : `@${encodeURIComponent(version).replaceAll("%2B", "+").replaceAll("%3A", ":")}`;
  return `${id.source}/${id.repository}${suffix}`;
}

function isVersionText(text: string): boolean {
  return (
    parseDigest(text) !== null ||
    (text.length <= MAX_VERSION_LENGTH && /^[a-zA-Z0-9_][a-zA-Z0-9._+-]*$/.test(text))
  );
}
