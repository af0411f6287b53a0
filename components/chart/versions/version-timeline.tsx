import { formatCount, formatExactTime } from "#components/ui/format.ts";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";
import { planTimeline, type TimelineLane, type TimelinePoint } from "./plan-timeline.ts";
import "./timeline.css";

const LANE = 30;
const FOOT = 18;

/**
 * When which version came. Places across are percentages, so that points keep their size on every screen. It repeats the
 * table for the eye: keyboards and screen readers have the sentence and the table.
 */
export function VersionTimeline({
  id,
  versions,
  current,
}: {
  id: ChartId;
  versions: readonly ReleaseSummary[];
  current: ReleaseSummary;
}) {
  const timeline = planTimeline(versions, current);
  if (timeline === null) return null;
  const { lanes, years, releases, from, to } = timeline;
  const height = lanes.length * LANE;
  return (
    <figure className="timeline">
      <figcaption>
        {formatCount(releases)} releases {span(from, to)}, by major version.
      </figcaption>
      <svg width="100%" height={height + FOOT} aria-hidden="true">
        {years.map(({ year, x }) => (
          <g key={year}>
            <line x1={`${x}%`} x2={`${x}%`} y1={0} y2={height} className="year" />
            <text x={`${x}%`} y={height + FOOT - 4}>
              {year}
            </text>
          </g>
        ))}
        {lanes.map((lane, index) => (
          <Lane key={lane.title} id={id} lane={lane} y={index * LANE + LANE - 7} />
        ))}
      </svg>
    </figure>
  );
}

function Lane({ id, lane: { title, points }, y }: { id: ChartId; lane: TimelineLane; y: number }) {
  return (
    <g>
      <line x1="0" x2="100%" y1={y} y2={y} className="lane" />
      <text x="0" y={y - 9} className="title">
        {title}
      </text>
      {points.map((point) => (
        <a key={point.release.tag} href={chartPath(id, point.release.version)} tabIndex={-1}>
          <circle cx={`${point.x}%`} cy={y} r={radius(point)} className={kind(point)}>
            <title>{sentence(point)}</title>
          </circle>
        </a>
      ))}
    </g>
  );
}

function radius({ count, current }: TimelinePoint): number {
  return Math.min(3.5 + Math.log2(count) / 2, 6) + (current ? 1 : 0);
}

function kind({ current, release }: TimelinePoint): string {
  return current ? "current" : release.channel;
}

function sentence({ count, oldest, release }: TimelinePoint): string {
  const date = release.created === null ? "" : `, ${formatExactTime(release.created) ?? release.created}`;
  return count === 1
    ? `${release.version}${date}`
    : `${formatCount(count)} releases, from ${oldest} to ${release.version}${date}`;
}

function span(from: string, to: string): string {
  const [first, last] = [from, to].map((iso) => iso.slice(0, 10));
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
}
