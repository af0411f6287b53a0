import { TemplatesTab } from "#components/chart/templates/templates-tab.tsx";
import { releaseTemplates } from "#lib/server/release/release-templates.ts";
import { planTemplatesView } from "#lib/server/release/templates-view.ts";
import type { ContentTabProps } from "./tab-props.ts";

export async function Templates({ release, address, view, content }: ContentTabProps) {
  const templates = releaseTemplates(release, content);
  const shown = await planTemplatesView(release, address, content, templates, view);
  return <TemplatesTab id={release.id} address={address} find={view.find} {...shown} />;
}
