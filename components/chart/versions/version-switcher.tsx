import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ChartRelease, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartTab, chartPath } from "#lib/catalog/chart-path.ts";
import { Dismissible } from "../dismissible.client.tsx";
import { groupVersions } from "./version-groups.ts";

const LISTED = 50;

/** Which version this is, and the way to the others; the tab stays. */
export function VersionSwitcher({
  release,
  versions,
  tab,
}: {
  release: ChartRelease;
  versions: readonly ReleaseSummary[];
  tab: ChartTab;
}) {
  const current = release.summary;
  return (
    <Dismissible className="group z-10 sm:relative">
      <summary className="flex list-none items-center gap-2 rounded-sm border-[1.5px] border-ink bg-paper px-2.5 py-0.75 font-mono [&::-webkit-details-marker]:hidden">
        <span className="sr-only">Version</span>
        <span className="font-semibold">{current.version}</span>
        <span className="text-ink-3 max-sm:text-sm">{standing(release)}</span>
        <span aria-hidden="true" className="text-ink-3 text-xs group-open:rotate-180">
          ▾
        </span>
      </summary>
      <nav
        aria-label="Versions"
        className="absolute left-0 mt-1 max-h-[min(26rem,70vh)] w-[min(24rem,calc(100vw-2rem))] overflow-y-auto rounded-sm border border-ink bg-paper pb-2"
      >
        {groupVersions(versions, current, LISTED).map((group) => (
          <section key={group.title}>
            <h2 className="px-3 pt-3 pb-1 font-semibold text-ink-2 text-sm">{group.title}</h2>
            <ul>
              {group.releases.map((one) => (
                <li key={one.tag}>
                  <a
                    href={chartPath(release.id, one.version, tab)}
                    aria-current={one.tag === current.tag ? "page" : undefined}
                    className="flex items-baseline gap-2.5 px-3 py-1 text-sm hover:bg-sea-1 focus-visible:-outline-offset-2 aria-[current]:bg-sea-1 aria-[current]:shadow-[inset_3px_0_0_var(--color-signal)]"
                  >
                    <span className="min-w-0 font-mono">{one.version}</span>
                    {one.deprecated && <Badge tone="bad">deprecated</Badge>}
                    {one.error !== null && <Badge tone="bad">unreadable</Badge>}
                    {one.created !== null && (
                      <span className="ml-auto shrink-0 text-ink-3">
                        <RelativeTime iso={one.created} />
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {versions.length > LISTED && (
          <a
            href={chartPath(release.id, current.version, "versions")}
            className="mx-3 mt-2 block text-link text-sm"
          >
            All {versions.length} versions
          </a>
        )}
      </nav>
    </Dismissible>
  );
}

function standing({ latest, summary }: ChartRelease): string {
  if (summary.channel === "other") return latest ? " latest" : " tag";
  const channel = summary.channel === "stable" ? "stable" : "prerelease";
  if (latest) return ` latest ${channel}`;
  return channel === "stable" ? "" : " prerelease";
}
