import { ContentUnavailable } from "#components/chart/content-unavailable.tsx";
import { ReleaseUnreadable } from "#components/chart/release-unreadable.tsx";
import { type ChartTab as ChartTabName, chartPath } from "#lib/catalog/chart-path.ts";
import { Changes } from "./tabs/changes.tsx";
import { Dependencies } from "./tabs/dependencies.tsx";
import { Install } from "./tabs/install.tsx";
import { Readme } from "./tabs/readme.tsx";
import { Resources } from "./tabs/resources.tsx";
import type { TabProps } from "./tabs/tab-props.ts";
import { Templates } from "./tabs/templates.tsx";
import { Values } from "./tabs/values.tsx";
import { Versions } from "./tabs/versions.tsx";

/** Parts that come from the archive. */
const FROM_ARCHIVE = {
  readme: Readme,
  values: Values,
  templates: Templates,
  dependencies: Dependencies,
  resources: Resources,
  changes: Changes,
} as const satisfies Partial<Record<ChartTabName, unknown>>;

/** The chosen part of the page, or why it cannot be shown. */
export function ChartTab(props: TabProps) {
  const { release, address, view } = props;
  if (view.tab === "versions") return <Versions {...props} />;
  if (release.summary.error !== null) {
    return <ReleaseUnreadable id={release.id} address={address} error={release.summary.error} />;
  }
  if (view.tab === "install") return <Install {...props} />;
  if (release.content.kind === "unavailable") {
    return <ContentUnavailable {...release.content} here={chartPath(release.id, address, view.tab)} />;
  }
  const Part = FROM_ARCHIVE[view.tab];
  return <Part {...props} content={release.content.content} />;
}
