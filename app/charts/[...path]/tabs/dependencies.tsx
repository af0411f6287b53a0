import { DependenciesTab } from "#components/chart/dependencies/dependencies-tab.tsx";
import { releaseDependencies } from "#lib/server/release/release-dependencies.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import type { ContentTabProps } from "./tab-props.ts";

export async function Dependencies({ release, address, view, content }: ContentTabProps) {
  const { catalog, scope } = await viewerCatalog();
  const known = releaseDependencies(release, content);
  const [resolved, dependents] = await Promise.all([
    catalog.resolveDependencies(known.stated.declared, scope),
    catalog.dependents(release.id, release.summary.version, view.page, scope),
  ]);
  return (
    <DependenciesTab
      {...known}
      release={release}
      address={address}
      resolved={resolved}
      dependents={dependents}
      page={view.page}
    />
  );
}
