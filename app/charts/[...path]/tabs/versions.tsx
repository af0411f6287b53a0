import { VersionsTab } from "#components/chart/versions/versions-tab.tsx";
import type { TabProps } from "./tab-props.ts";

export function Versions({ release, versions, address, view }: TabProps) {
  return (
    <VersionsTab
      id={release.id}
      address={address}
      versions={versions}
      current={release.summary}
      page={view.page}
    />
  );
}
