import { BlankState } from "#components/ui/blank-state.tsx";
import type { ChartRelease, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { chartPath } from "#lib/catalog/chart-path.ts";
import type { ValuesDocument } from "#lib/chart/values/values.ts";
import type { ChartView } from "./chart-view.ts";
import { ContentUnavailable } from "./content-unavailable.tsx";
import { ReadmeTab } from "./readme/readme-tab.tsx";
import { ValuesTab } from "./values/values-tab.tsx";
import { VersionsTab } from "./versions/versions-tab.tsx";

/** The chosen part of the page, or why it cannot be shown. */
export function TabContent({
  release,
  versions,
  values,
  address,
  view,
}: {
  release: ChartRelease;
  versions: readonly ReleaseSummary[];
  values: ValuesDocument | null;
  address: string | null;
  view: ChartView;
}) {
  const { id, summary, content } = release;
  if (view.tab === "versions")
    return <VersionsTab id={id} address={address} versions={versions} current={summary} page={view.page} />;
  if (summary.error !== null) {
    return (
      <BlankState title="This version cannot be read">
        <p>{summary.error}</p>
        <p>
          <a href={chartPath(id, address, "versions")} className="text-link">
            Other versions
          </a>{" "}
          are not affected.
        </p>
      </BlankState>
    );
  }
  if (content.kind === "unavailable") {
    return <ContentUnavailable {...content} here={chartPath(id, address, view.tab)} />;
  }
  const { version } = summary;
  if (view.tab === "readme") return <ReadmeTab release={release} content={content.content} />;
  const file = content.content.values;
  if (file === null || values === null) {
    return (
      <BlankState title="This version has no values.yaml">
        <p>Nothing in it is meant to be set.</p>
      </BlankState>
    );
  }
  return <ValuesTab id={id} version={version} address={address} file={file} document={values} view={view} />;
}
