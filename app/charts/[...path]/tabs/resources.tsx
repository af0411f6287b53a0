import { ResourcesTab } from "#components/chart/resources/resources-tab.tsx";
import { crdNames, releaseCrd } from "#lib/server/release/release-crd.ts";
import { releaseFacts } from "#lib/server/release/release-facts.ts";
import type { ContentTabProps } from "./tab-props.ts";

export function Resources({ release, address, view, content }: ContentTabProps) {
  const facts = releaseFacts(release);
  if (facts === null) return null;
  const kind = view.crd === null ? null : releaseCrd(release, content, facts, view.crd);
  return (
    <ResourcesTab
      id={release.id}
      version={release.summary.version}
      address={address}
      facts={facts}
      names={crdNames(facts)}
      asked={view.crd}
      kind={kind === null ? null : { ...kind, name: view.crd ?? "" }}
      place={{ api: view.api, field: view.field }}
    />
  );
}
