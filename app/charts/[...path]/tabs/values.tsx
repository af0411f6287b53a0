import { ValuesTab } from "#components/chart/values/values-tab.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { keyTexts, releaseFullDefaults, releaseValues, valuesFiles } from "#lib/server/release-values.ts";
import type { ContentTabProps } from "./tab-props.ts";

export function Values({ release, address, view, content }: ContentTabProps) {
  const values = releaseValues(release);
  if (values === null) {
    return (
      <BlankState title="This version has no values.yaml">
        <p>Nothing in it is meant to be set.</p>
      </BlankState>
    );
  }
  return (
    <ValuesTab
      id={release.id}
      version={release.summary.version}
      address={address}
      document={values}
      files={valuesFiles(content)}
      archive={content.files}
      fullDefaults={releaseFullDefaults(release)}
      textsOf={(key) => keyTexts(release, key)}
      previous={null}
      view={view}
    />
  );
}
