import { ChangesTab } from "#components/chart/changes/changes-tab.tsx";
import { type ChangesPage, planChanges } from "#components/chart/changes/plan-changes.ts";
import { releaseChangelog } from "#lib/server/release/release-changelog.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";
import type { ContentTabProps } from "./tab-props.ts";

export async function Changes({ release, versions, address, view, content }: ContentTabProps) {
  const { id, summary } = release;
  const viewer = await viewerCatalog();
  const list = planChanges(versions, summary, view.page);
  const [changes, changelog] = await Promise.all([
    viewer.catalog.changes(id, tagsOf(list), viewer.scope),
    releaseChangelog(release, content, viewer),
  ]);
  return (
    <ChangesTab
      id={id}
      version={summary.version}
      address={address}
      latest={versions[0]?.version ?? summary.version}
      list={list}
      changes={changes}
      changelog={changelog}
    />
  );
}

/** Those shown, and the one before the last, whose list it may repeat. */
function tagsOf({ releases }: ChangesPage) {
  const last = releases.at(-1)?.before;
  return [...releases.map(({ release }) => release.tag), ...(last == null ? [] : [last.tag])];
}
