import type { AccessScope } from "../access/scope.ts";
import type { SourceState } from "../catalog/catalog.ts";
import type { SourceId } from "../config/chartroom-config.ts";
import type { SourceDocument } from "./document.ts";
import { equals, isOneOf } from "./filter.ts";
import type { EngineQuery, SearchReader } from "./search-engine.ts";
import { CHARTS, RELEASES, SOURCES } from "./settings.ts";
import { readAskedSources } from "./wishes.ts";

/** A configured source, as far as its state goes. */
export interface NamedSource {
  readonly id: SourceId;
  readonly registry: string;
}

/** The state of every source in the scope, in the order of the configuration. */
export async function readSourceStates(
  reader: SearchReader,
  sources: readonly NamedSource[],
  scope: AccessScope,
): Promise<readonly SourceState[]> {
  const visible = sources.filter(({ id }) => scope.sources.has(id));
  const filter = isOneOf("source", scope.sources);
  const [documents, asked, answers] = await Promise.all([
    readSourceDocuments(reader, scope),
    readAskedSources(reader, scope.sources),
    reader.search([
      countQuery(CHARTS, filter),
      countQuery(RELEASES, `${filter} AND ${equals("kind", "chart")}`),
      countQuery(RELEASES, `${filter} AND ${equals("kind", "failed")}`),
    ]),
  ]);
  const [charts, releases, failed] = answers.map((answer) => answer.facets.source ?? {});
  return visible.map(({ id, registry }) => {
    const document = documents.get(id);
    return {
      id,
      registry,
      charts: charts?.[id] ?? 0,
      releases: releases?.[id] ?? 0,
      failed: failed?.[id] ?? 0,
      status: document?.status ?? "waiting",
      lastRead: document?.lastRead ?? null,
      progress: document?.progress ?? null,
      asked: asked.has(id),
      problems: document?.problems ?? [],
    };
  });
}

/** What the indexer last said of each source in the scope. */
export async function readSourceDocuments(
  reader: SearchReader,
  scope: AccessScope,
): Promise<ReadonlyMap<SourceId, SourceDocument>> {
  const documents = new Map<SourceId, SourceDocument>();
  for await (const document of reader.fetch(SOURCES, { filter: isOneOf("id", scope.sources) })) {
    const source = document as SourceDocument;
    documents.set(source.id, source);
  }
  return documents;
}

/** Counts by facet: exact, where the number of hits stops at a ceiling. */
function countQuery(index: string, filter: string): EngineQuery {
  return { index, text: "", filter, facets: ["source"], limit: 0, retrieve: [] };
}
