import type { AccessScope } from "../../access/scope.ts";
import type { ChartId } from "../../catalog/chart-path.ts";
import type { RelatedChart } from "../../catalog/chart-relations.ts";
import { type ChartDocument, chartDocumentId } from "../document.ts";
import { allOf, equals, isOneOf, not } from "../filter.ts";
import type { SearchReader } from "../search-engine.ts";
import { CHARTS } from "../settings.ts";

const MAX_RELATED = 5;
/** The engine looks at ten words of a question. */
const MAX_WORDS = 10;

type Own = Pick<ChartDocument, "name" | "keywords" | "layer">;

/**
 * Charts with the words of its name and its keywords: with all of them first, then without those that most charts have. Throws
 * `SearchEngineError`.
 */
export async function findRelated(
  reader: SearchReader,
  id: ChartId,
  scope: AccessScope,
): Promise<readonly RelatedChart[]> {
  if (!scope.sources.has(id.source)) return [];
  const documentId = chartDocumentId(id.source, id.repository);
  const found = await reader.get(CHARTS, documentId, ["name", "keywords", "layer"]);
  if (found === null) return [];
  const { name, keywords, layer } = found as Own;
  const words = new Set(
    [name, ...keywords]
      .join(" ")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  words.delete("");
  const [answer] = await reader.search([
    {
      index: CHARTS,
      text: [...words].slice(0, MAX_WORDS).join(" "),
      filter: allOf([
        isOneOf("source", scope.sources),
        not(equals("id", documentId)),
        not(equals("layer", layer)),
      ]),
      limit: MAX_RELATED,
      retrieve: ["source", "repository", "name", "version", "description", "deprecated"],
      leaveOut: "frequent",
      distinct: "layer",
    },
  ]);
  return ((answer?.hits ?? []) as (ChartId & Omit<RelatedChart, "id">)[]).map(
    ({ source, repository, name: other, version, description, deprecated }) => ({
      id: { source, repository },
      ...{ name: other, version, description, deprecated },
    }),
  );
}
