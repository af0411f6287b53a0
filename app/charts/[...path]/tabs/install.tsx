import { InstallTab } from "#components/chart/install/install-tab.tsx";
import { installSubject } from "#lib/formats/install/install-subject.ts";
import { installWays } from "#lib/formats/install/install-ways.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import type { TabProps } from "./tab-props.ts";

export async function Install({ release, address, view }: TabProps) {
  const { publicUrl } = await viewerCatalog();
  const isLibrary = release.metadata?.type === "library";
  return (
    <InstallTab
      id={release.id}
      address={address}
      by={view.by}
      isLibrary={isLibrary}
      ways={installWays(installSubject(release, publicUrl), view.by, isLibrary)}
    />
  );
}
