import type { ReleaseSummary } from "../catalog/catalog.ts";
import { type ChartId, chartPath } from "../catalog/chart-path.ts";
import type { ReleaseChanges } from "../catalog/chart-relations.ts";
import type { HubChange } from "../chart/hub-annotations.ts";

/** Releases of one file. */
const MAX_CHANGED_RELEASES = 200;

/** The releases a changelog is about, newest first. */
export function changedReleases(versions: readonly ReleaseSummary[]): readonly ReleaseSummary[] {
  return versions
    .filter(({ error, channel }) => error === null && channel !== "other")
    .slice(0, MAX_CHANGED_RELEASES);
}

/**
 * What authors say of their releases, as one Markdown text. Their words stand as they are, a line each, so that none can begin
 * a heading or a release of its own. `origin` is the base address of this server.
 */
export function renderChangelog(
  id: ChartId,
  releases: readonly ReleaseSummary[],
  changes: readonly ReleaseChanges[],
  origin: string,
): string {
  const said = new Map(changes.map((one) => [one.tag, one]));
  const sections = releases.map((release) => {
    const { version, created, appVersion } = release;
    const date = created === null ? "" : ` (${created.slice(0, 10)})`;
    const entry = said.get(release.tag);
    const facts = [
      appVersion === null ? "" : `App version ${appVersion}.`,
      entry?.containsSecurityUpdates === true ? "Contains security updates." : "",
    ].filter((fact) => fact !== "");
    const lines = (entry?.changes ?? []).map(formatChange);
    const parts = [
      `## [${version}](<${origin}${chartPath(id, version)}>)${date}`,
      facts.join(" "),
      lines.join("\n"),
    ];
    return parts.filter((part) => part !== "").join("\n\n");
  });
  return `${[`# Changes of ${id.repository}`, ...sections].join("\n\n")}\n`;
}

function formatChange({ kind, description, links }: HubChange): string {
  const mark = kind === null ? "" : `**${kind}:** `;
  // Attack: an address with `>` in it would end here and go on as text.
  const places = links.map(
    ({ name, url }) => ` ([${name}](<${url.replaceAll("<", "%3C").replaceAll(">", "%3E")}>))`,
  );
  return `- ${mark}${description}${places.join("")}`;
}
