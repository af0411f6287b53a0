import type { AccessScope } from "../access/scope.ts";
import type { ChartId } from "../catalog/chart-path.ts";
import type { ChartDocument } from "./document.ts";
import { allOf, isOneOf } from "./filter.ts";
import type { SearchReader } from "./search-engine.ts";
import { CHARTS } from "./settings.ts";

/** Places of all charts of a page together. */
const MAX_PLACES = 1_000;

/** For each chart, by document id, where else the scope holds the same archive. */
export async function findPlaces(
  reader: SearchReader,
  charts: readonly Pick<ChartDocument, "id" | "layer">[],
  scope: AccessScope,
): Promise<ReadonlyMap<string, readonly ChartId[]>> {
  if (charts.length === 0) return new Map();
  const filter = allOf([
    isOneOf(
      "layer",
      charts.map(({ layer }) => layer),
    ),
    isOneOf("source", scope.sources),
  ]);
  const byLayer = new Map<string, (ChartId & { readonly id: string })[]>();
  const [answer] = await reader.search([
    { index: CHARTS, text: "", filter, limit: MAX_PLACES, retrieve: ["id", "source", "repository", "layer"] },
  ]);
  for (const hit of answer?.hits ?? []) {
    const { id, source, repository, layer } = hit as ChartDocument;
    byLayer.set(layer, [...(byLayer.get(layer) ?? []), { id, source, repository }]);
  }
  return new Map(
    charts.map(({ id, layer }) => [
      id,
      (byLayer.get(layer) ?? [])
        .filter((place) => place.id !== id)
        .map(({ source, repository }) => ({ source, repository })),
    ]),
  );
}
