import type { Metadata } from "next";
import { canonicalPath, picturePath } from "#lib/catalog/canonical-path.ts";
import type { ChartRelease, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { chartName } from "#lib/catalog/chart-name.ts";
import { type ChartTab, feedPath } from "#lib/catalog/chart-path.ts";

const PICTURE = { width: 1200, height: 630, type: "image/png" };

/** What a chart's page says of itself to those who list it or link to it. `origin` is the base address of this server. */
export function chartMetadata(
  release: ChartRelease,
  versions: readonly ReleaseSummary[],
  tab: ChartTab,
  origin: string,
): Metadata {
  const title = `${chartName(release)} ${release.summary.version}`;
  const { source, repository } = release.id;
  const description = release.metadata?.description || `The Helm chart ${repository} in ${source}.`;
  const canonical = canonicalPath(release, versions, tab);
  const image = { url: picturePath(release), ...PICTURE, alt: `${title}, in ${source}/${repository}` };
  return {
    metadataBase: new URL(origin),
    title,
    description,
    alternates: { canonical, types: { "application/atom+xml": feedPath(release.id) } },
    openGraph: {
      type: "website",
      siteName: "Chartroom",
      title,
      description,
      url: canonical,
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  };
}
