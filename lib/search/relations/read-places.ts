import type { AccessScope } from "../../access/scope.ts";
import type { ChartId } from "../../catalog/chart-path.ts";
import type { SamePlace } from "../../catalog/chart-relations.ts";
import type { Digest, Tag } from "../../oci/reference.ts";
import { type ChartDocument, type ReleaseDocument, releaseDocumentId } from "../document.ts";
import { allOf, isOneOf } from "../filter.ts";
import type { SearchReader } from "../search-engine.ts";
import { CHARTS, RELEASES } from "../settings.ts";

const MAX_PLACES = 50;

/** Where else an archive is, as far as it is among a chart's newest releases there. Throws `SearchEngineError`. */
export async function readPlaces(
  reader: SearchReader,
  id: ChartId,
  { layer, tag }: { readonly layer: Digest; readonly tag: Tag },
  scope: AccessScope,
): Promise<readonly SamePlace[]> {
  if (!scope.sources.has(id.source)) return [];
  const filter = allOf([isOneOf("digests", [layer]), isOneOf("source", scope.sources)]);
  const [answer] = await reader.search([
    { index: CHARTS, text: "", filter, limit: MAX_PLACES + 1, retrieve: ["source", "repository"] },
  ]);
  const others = ((answer?.hits ?? []) as Pick<ChartDocument, "source" | "repository">[])
    .filter(({ source, repository }) => source !== id.source || repository !== id.repository)
    .slice(0, MAX_PLACES);
  if (others.length === 0) return [];
  const documentOf = (place: ChartId) => releaseDocumentId(place.source, place.repository, tag);
  const same = new Map<string, string>();
  const options = { filter: isOneOf("id", others.map(documentOf)), fields: ["id", "version", "layer"] };
  for await (const document of reader.fetch(RELEASES, options)) {
    const release = document as Pick<ReleaseDocument, "id" | "version" | "layer">;
    if (release.layer?.digest === layer) same.set(release.id, release.version);
  }
  return others.map(({ source, repository }) => ({
    id: { source, repository },
    version: same.get(documentOf({ source, repository })) ?? null,
  }));
}
