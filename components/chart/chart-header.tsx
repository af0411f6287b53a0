import { Badge } from "#components/ui/badge.tsx";
import { LetterIcon } from "#components/ui/letter-icon.tsx";
import type { ChartRelease, ReleaseSummary } from "#lib/catalog/catalog.ts";
import type { ChartTab } from "#lib/catalog/chart-path.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { chartName } from "./install/install-command.ts";
import { InstallLine } from "./install/install-line.tsx";
import { VersionSwitcher } from "./versions/version-switcher.tsx";

/** Who it is, which version, and how to get it. */
export function ChartHeader({
  release,
  versions,
  tab,
}: {
  release: ChartRelease;
  versions: readonly ReleaseSummary[];
  tab: ChartTab;
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
      {summary.error === null && <InstallLine release={release} />}
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
