import type { Metadata } from "next";
import { ChartHeader } from "#components/chart/chart-header.tsx";
import { ChartTabs } from "#components/chart/chart-tabs.tsx";
import { parseChartView } from "#components/chart/chart-view.ts";
import { ReleaseNotices } from "#components/chart/release-notices.tsx";
import { countRows, planSections } from "#components/chart/values/plan-sections.ts";
import { StructuredData } from "#components/markup/html.tsx";
import { PageFrame } from "#components/ui/page-frame.tsx";
import { structuredData } from "#lib/formats/structured-data.ts";
import { jsonScript } from "#lib/markup/json-script.ts";
import { releaseValues } from "#lib/server/release/release-values.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import { MISSING } from "../../missing-page.tsx";
import { readSearchParams } from "../../read-search-params.ts";
import { ChartFacts } from "./chart-facts.tsx";
import { chartMetadata } from "./chart-metadata.ts";
import { ChartTab } from "./chart-tab.tsx";
import { loadChart } from "./load-chart.ts";
import { MissingChart } from "./missing-chart.tsx";
import { quickInstall } from "./quick-install.ts";

type Props = PageProps<"/charts/[...path]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const chart = await loadChart((await params).path);
  if (chart === null) return MISSING;
  const { tab } = parseChartView(readSearchParams(await searchParams));
  const { publicUrl } = await viewerCatalog();
  return chartMetadata(chart.release, chart.versions, tab, publicUrl);
}

export default async function ChartPage({ params, searchParams }: Props) {
  const { path } = await params;
  const chart = await loadChart(path);
  if (chart === null) return <MissingChart segments={path} />;
  const { release, versions, address } = chart;
  const values = releaseValues(release);
  const view = parseChartView(readSearchParams(await searchParams));
  const valuesCount = values === null ? undefined : countRows(planSections(values.keys));
  return (
    <PageFrame
      band={
        <>
          <ChartHeader
            release={release}
            versions={versions}
            address={address}
            tab={view.tab}
            install={await quickInstall(release)}
          />
          <ChartTabs
            id={release.id}
            address={address}
            current={view.tab}
            counts={{ values: valuesCount, versions: versions.length }}
          />
        </>
      }
    >
      <StructuredData json={jsonScript(structuredData(release, (await viewerCatalog()).publicUrl))} />
      <div className="page-width grid gap-x-11 gap-y-10 pt-5 pb-14 lg:grid-cols-[minmax(0,1fr)_16.5rem]">
        <div className="min-w-0">
          <ReleaseNotices release={release} versions={versions} tab={view.tab} />
          <ChartTab release={release} versions={versions} address={address} view={view} />
        </div>
        <ChartFacts release={release} address={address} />
      </div>
    </PageFrame>
  );
}
