import { controlStyle } from "#components/ui/control-style.ts";
import { formatCount } from "#components/ui/format.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";
import {
  CHANNELS,
  formatVersionListQuery,
  isFiltered,
  type VersionListQuery,
} from "#lib/catalog/version-list-query.ts";
import { versionsPath } from "../chart-view.ts";

const CHANNEL_NAMES = { stable: "Stable", prerelease: "Prereleases", other: "Other tags" } as const;

/** Which versions are listed: a form whose answer is an address. */
export function VersionFilter({
  id,
  address,
  query,
  rangeUnreadable,
  shown,
  total,
}: {
  id: ChartId;
  address: string | null;
  query: VersionListQuery;
  rangeUnreadable: boolean;
  shown: number;
  total: number;
}) {
  const kept = formatVersionListQuery(query).filter(([name]) => name === "sort" || name === "order");
  return (
    <form action={chartPath(id, address)} className="version-filter">
      <input type="hidden" name="tab" value="versions" />
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>Kind</span>
        <select name="channel" defaultValue={query.channel ?? ""} className={controlStyle.field}>
          <option value="">All</option>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {CHANNEL_NAMES[channel]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Range</span>
        <input
          name="range"
          defaultValue={query.range}
          placeholder="^1.2 or >=1.0 <2"
          maxLength={100}
          spellCheck={false}
          autoCapitalize="off"
          aria-invalid={rangeUnreadable || undefined}
          aria-describedby="range-note"
          className={`${controlStyle.field} font-mono`}
        />
      </label>
      <label>
        <span>App version</span>
        <input
          name="app"
          defaultValue={query.app}
          maxLength={100}
          spellCheck={false}
          autoCapitalize="off"
          className={`${controlStyle.field} font-mono`}
        />
      </label>
      <button type="submit" className={controlStyle.secondary}>
        Filter
      </button>
      <p id="range-note" className={rangeUnreadable ? "unreadable" : undefined}>
        {rangeUnreadable
          ? "This is no range of versions Helm could read, so it is left out."
          : query.range !== "" && "As Helm reads it: prereleases are in a range only if it names one."}
      </p>
      {isFiltered(query) && (
        <p>
          {formatCount(shown)} of {formatCount(total)} versions.{" "}
          <a href={versionsPath(id, address, 1)} className="text-link">
            Show all
          </a>
        </p>
      )}
    </form>
  );
}
