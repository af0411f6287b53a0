import { Facts } from "#components/chart/facts/facts.tsx";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { releaseFacts } from "#lib/server/release/release-facts.ts";
import { viewerCatalog } from "#lib/server/viewer-catalog.ts";

/** The margin of a chart's page. */
export async function ChartFacts({ release, address }: { release: ChartRelease; address: string | null }) {
  const { id, summary, digests } = release;
  const { catalog, scope, publicUrl } = await viewerCatalog();
  const archive = digests.layer === null ? null : { layer: digests.layer.digest, tag: summary.tag };
  const [places, related] = await Promise.all([
    archive === null ? [] : catalog.places(id, archive, scope),
    catalog.related(id, scope),
  ]);
  return (
    <Facts
      release={release}
      address={address}
      facts={releaseFacts(release)}
      places={places}
      related={related}
      publicUrl={publicUrl}
    />
  );
}
