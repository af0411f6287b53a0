import { CheckValuesTab } from "#components/chart/check/check-values-tab.tsx";
import { installCommand } from "#lib/formats/install/helm-commands.ts";
import { installSubject } from "#lib/formats/install/install-subject.ts";
import { valuesFiles } from "#lib/server/release/release-values.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import type { ContentTabProps } from "./tab-props.ts";

/** The visitor's own values file against this release. */
export async function CheckValues({ release, versions, address, content }: ContentTabProps) {
  const { publicUrl } = await viewerCatalog();
  const [install = "", ...rest] = installCommand(installSubject(release, publicUrl));
  return (
    <CheckValuesTab
      id={release.id}
      version={release.summary.version}
      address={address}
      hasFiles={valuesFiles(content).length > 0}
      versions={versions.filter(({ error }) => error === null).map(({ version }) => version)}
      command={[install.replace(/^helm install /, "helm template "), "-f my-values.yaml", ...rest].join(" ")}
    />
  );
}
