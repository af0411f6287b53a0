import type { AccessScope } from "../../access/scope.ts";
import type { ChartId } from "../../catalog/chart-path.ts";
import type { Dependent, Dependents } from "../../catalog/chart-relations.ts";
import type { ChartMetadata } from "../../chart/metadata.ts";
import { tagOfVersion } from "../../chart/version.ts";
import { parseVersionRange } from "../../chart/version-range.ts";
import type { SourceConfig } from "../../config/chartroom-config.ts";
import { type ChartDocument, chartDocumentId, releaseDocumentId } from "../document.ts";
import { allOf, equals, isOneOf } from "../filter.ts";
import type { SearchReader } from "../search-engine.ts";
import { CHARTS, RELEASES } from "../settings.ts";
import { findAddress, leadsTo } from "./dependency-address.ts";

/** Charts that are looked through; each is one more document to read. */
const MAX_DEPENDENTS = 500;
/** On one page. */
const PAGE = 50;

type Asking = Pick<ChartDocument, "source" | "repository" | "name" | "version">;

/** Who asks for a chart; null if the chart is not there, or not in scope. Throws `SearchEngineError`. */
export async function readDependents(
  reader: SearchReader,
  sources: readonly SourceConfig[],
  { id, version, page }: { readonly id: ChartId; readonly version: string; readonly page: number },
  scope: AccessScope,
): Promise<Dependents | null> {
  if (!scope.sources.has(id.source)) return null;
  const found = await reader.get(CHARTS, chartDocumentId(id.source, id.repository), ["name"]);
  if (found === null) return null;
  const { name } = found as Pick<ChartDocument, "name">;
  const { asking, cut } = await chartsThatAsk(reader, name, scope);
  const wishes = await dependenciesOf(reader, asking);
  const seen = sources.filter((source) => scope.sources.has(source.id));
  const dependents = [...asking].flatMap(([release, chart]): readonly Dependent[] =>
    (wishes.get(release) ?? [])
      .filter((dependency) => dependency.name === name)
      .map((dependency) => ({
        id: { source: chart.source, repository: chart.repository },
        ...{ name: chart.name, version: chart.version, dependency },
        by: leadsTo(findAddress(dependency, seen), id) ? "address" : "name",
        fits: parseVersionRange(dependency.version)?.holds(version) ?? null,
      })),
  );
  dependents.sort((a, b) => compare(keyOf(a), keyOf(b)));
  const start = (page - 1) * PAGE;
  return {
    dependents: dependents.slice(start, start + PAGE),
    total: dependents.length,
    pages: Math.ceil(dependents.length / PAGE),
    cut,
  };
}

/** By the document of the release that asks. A tag that is no version is not looked up. */
async function chartsThatAsk(
  reader: SearchReader,
  name: string,
  scope: AccessScope,
): Promise<{ asking: ReadonlyMap<string, Asking>; cut: boolean }> {
  const filter = allOf([equals("dependencies", name), isOneOf("source", scope.sources)]);
  const fields = ["source", "repository", "name", "version"];
  const asking = new Map<string, Asking>();
  for await (const document of reader.fetch(CHARTS, { filter, fields })) {
    if (asking.size >= MAX_DEPENDENTS) return { asking, cut: true };
    const chart = document as Asking;
    const tag = tagOfVersion(chart.version);
    if (tag !== null) asking.set(releaseDocumentId(chart.source, chart.repository, tag), chart);
  }
  return { asking, cut: false };
}

async function dependenciesOf(
  reader: SearchReader,
  asking: ReadonlyMap<string, Asking>,
): Promise<ReadonlyMap<string, ChartMetadata["dependencies"]>> {
  const wishes = new Map<string, ChartMetadata["dependencies"]>();
  if (asking.size === 0) return wishes;
  const options = { filter: isOneOf("id", asking.keys()), fields: ["id", "metadata.dependencies"] };
  for await (const document of reader.fetch(RELEASES, options)) {
    const { id, metadata } = document as {
      readonly id: string;
      readonly metadata?: Pick<ChartMetadata, "dependencies"> | null;
    };
    wishes.set(id, metadata?.dependencies ?? []);
  }
  return wishes;
}

function keyOf({ by, name, id, dependency }: Dependent): string {
  return [by, name, id.source, id.repository, dependency.alias ?? ""].join("\0");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
