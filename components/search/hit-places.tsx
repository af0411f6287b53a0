import { formatCount } from "#components/ui/format.ts";
import type { ChartHit } from "#lib/catalog/catalog.ts";
import { type ChartId, chartPath } from "#lib/catalog/chart-path.ts";

/** Places that are named at once; the rest unfolds. */
const NAMED = 2;

/** Where else the same archive is published. */
export function HitPlaces({ hit: { name, places } }: { hit: ChartHit }) {
  if (places.length === 0) return null;
  const named = places.length <= NAMED + 1 ? places : places.slice(0, NAMED);
  const rest = places.slice(named.length);
  return (
    <div className="mt-1.5 text-ink-3 text-sm">
      also in <PlaceLinks places={named} name={name} />
      {rest.length > 0 && (
        <details className="relative inline-block align-top">
          <summary className="text-link ml-1.5">and {formatCount(rest.length)} more</summary>
          <PlaceLinks places={rest} name={name} />
        </details>
      )}
    </div>
  );
}

function PlaceLinks({ places, name }: { places: readonly ChartId[]; name: string }) {
  return places.map((place, index) => (
    <span key={chartPath(place)}>
      {index > 0 && ", "}
      <a href={chartPath(place)} className="text-link relative font-mono">
        {placeName(place, name)}
      </a>
    </span>
  ));
}

/** `harbor / team-a`, as rows say it; where the repository's own name is another one, the whole of it. */
function placeName({ source, repository }: ChartId, name: string): string {
  if (repository === name) return source;
  const namespace = repository.endsWith(`/${name}`) ? repository.slice(0, -name.length - 1) : repository;
  return `${source} / ${namespace}`;
}
