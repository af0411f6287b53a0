import { chartPath } from "#lib/catalog/chart-path.ts";
import type { SamePlace } from "#lib/catalog/chart-relations.ts";
import { Fact } from "./fact.tsx";

const SHOWN = 10;

/** Where else the same archive is published. */
export function PlaceFacts({ places }: { places: readonly SamePlace[] }) {
  if (places.length === 0) return null;
  return (
    <Fact name="The same archive at">
      {places.slice(0, SHOWN).map(({ id, version }) => (
        <dd key={`${id.source}/${id.repository}`} className="break-all">
          <a href={chartPath(id, version)} className="text-link">
            {id.source}/{id.repository}
          </a>
        </dd>
      ))}
      {places.length > SHOWN && <dd className="text-ink-2">and {places.length - SHOWN} more places</dd>}
    </Fact>
  );
}
