import { ValuesTab } from "#components/chart/values/values-tab.tsx";
import { BlankState } from "#components/ui/blank-state.tsx";
import { comparePath } from "#lib/catalog/chart-path.ts";
import {
  keyTexts,
  releaseFullDefaults,
  releaseValues,
  valuesFiles,
} from "#lib/server/release/release-values.ts";
import { CheckValues } from "./check-values.tsx";
import type { ContentTabProps } from "./tab-props.ts";

export function Values(props: ContentTabProps) {
  const { release, address, view, content } = props;
  if (view.values === "check") return <CheckValues {...props} />;
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
      previous={previousOf(props)}
      view={view}
    />
  );
}

/** The newest stable version that is older and can be read; `versions` are newest first. */
function previousOf({ release: { id, summary }, versions }: ContentTabProps) {
  const here = versions.findIndex(({ tag }) => tag === summary.tag);
  const older = here === -1 ? [] : versions.slice(here + 1);
  const previous = older.find(({ channel, error }) => channel === "stable" && error === null);
  if (previous === undefined) return null;
  const { version } = previous;
  return { version, href: comparePath({ id, version }, { id, version: summary.version }) };
}
