import type { ChartRelease, ReleaseSummary } from "./catalog.ts";
import { type ChartTab, chartPath } from "./chart-path.ts";

/**
 * The one address of what a page shows, whatever address led there: without filters and places in it, of the latest release
 * without a version, of a tag such as `latest` that of the version it points to. `versions` are newest first.
 */
export function canonicalPath(
  release: ChartRelease,
  versions: readonly ReleaseSummary[],
  tab: ChartTab,
): string {
  const { id, summary } = release;
  // The list of versions is that of the chart, whichever of them the page is about.
  if (tab === "versions") return chartPath(id, null, tab);
  const same = summary.channel === "other" ? versionWith(versions, summary) : null;
  if (release.latest || (same !== null && same === latest(versions))) return chartPath(id, null, tab);
  return chartPath(id, (same ?? summary).version, tab);
}

/** The picture of a release for those who show links. */
export function picturePath({ id, summary, latest }: ChartRelease): string {
  const [, address = ""] = chartPath(id, latest ? null : summary.version).split("/charts/");
  return `/og/${address}.png`;
}

function versionWith(versions: readonly ReleaseSummary[], { digest }: ReleaseSummary): ReleaseSummary | null {
  return versions.find((one) => one.digest === digest && one.channel !== "other") ?? null;
}

function latest(versions: readonly ReleaseSummary[]): ReleaseSummary | undefined {
  const readable = versions.filter(({ error }) => error === null);
  return readable.find(({ channel }) => channel === "stable") ?? readable[0];
}
