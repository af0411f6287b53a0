import { VersionsTab } from "#components/chart/versions/versions-tab.tsx";
import { listVersions, previousVersions } from "#lib/catalog/version-list.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import type { TabProps } from "./tab-props.ts";

export async function Versions({ release, versions, address, view }: TabProps) {
  const { catalog, scope } = await viewerCatalog();
  return (
    <VersionsTab
      id={release.id}
      address={address}
      versions={versions}
      found={listVersions(versions, view.list)}
      previous={previousVersions(versions)}
      others={await catalog.otherTags(release.id, scope)}
      current={release.summary}
      view={view}
    />
  );
}
