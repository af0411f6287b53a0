import { Badge } from "#components/ui/badge.tsx";
import { LetterIcon } from "#components/ui/letter-icon.tsx";
import type { ChartRelease, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { chartName } from "#lib/catalog/chart-name.ts";
import { type ChartTab, chartPath } from "#lib/catalog/chart-path.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { InstallLine, type QuickInstall } from "./install/install-line.tsx";
import { VersionSwitcher } from "./versions/version-switcher.tsx";

/** Who it is, which version, and how to get it. */
export function ChartHeader({
  release,
  versions,
  address,
  tab,
  install,
}: {
  release: ChartRelease;
  versions: readonly ReleaseSummary[];
  /** The version as the page's address names it. */
  address: string | null;
  tab: ChartTab;
  install: QuickInstall;
}) {
  const { metadata, summary } = release;
  const name = chartName(release);
  return (
    <div className="pt-3 md:pt-6">
      <Breadcrumb id={release.id} />
      <div className="relative z-10 mt-2 flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <LetterIcon name={name} size="large" />
        <h1 className="font-bold text-xl leading-tight tracking-[-0.01em] max-sm:max-w-[calc(100%-3.75rem)] md:text-2xl">
          <bdi>{name}</bdi>
        </h1>
        <VersionSwitcher release={release} versions={versions} tab={tab} />
        <Marks release={release} />
      </div>
      {metadata !== null && metadata.description !== "" && (
        <p dir="auto" className="mt-1.5 max-w-[72ch] text-ink-2 text-lg">
          {metadata.description}
        </p>
      )}
      {summary.error === null && (
        <InstallLine
          install={install}
          more={tab === "install" ? null : chartPath(release.id, address, "install")}
        />
      )}
    </div>
  );
}

/** What sets the release apart. On paper, because contours run behind the header. */
function Marks({ release: { metadata, summary } }: { release: ChartRelease }) {
  return (
    <p className="flex gap-2 empty:hidden [&>*]:bg-paper">
      {(metadata?.deprecated ?? summary.deprecated) && <Badge tone="bad">deprecated</Badge>}
      {metadata?.type === "library" && <Badge>library</Badge>}
      {summary.signed && <Badge>signed</Badge>}
    </p>
  );
}
