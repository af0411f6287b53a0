import type { AccessScope } from "../../access/scope.ts";
import type { ResolvedDependency, WantedChart } from "../../catalog/chart-relations.ts";
import { latestOf } from "../../chart/version.ts";
import { parseVersionRange, type VersionRange } from "../../chart/version-range.ts";
import type { SourceConfig } from "../../config/chartroom-config.ts";
import type { ChartDocument, ReleaseDocument } from "../document.ts";
import { allOf, equals, isOneOf } from "../filter.ts";
import type { SearchReader } from "../search-engine.ts";
import { CHARTS, RELEASES } from "../settings.ts";
import { findAddress, leadsTo, repositoryIn } from "./dependency-address.ts";

/** Dependencies that are looked up; of 801 real charts one has 7. */
const MAX_WANTED = 100;
/** Charts of all the names together. */
const MAX_CANDIDATES = 500;
/** Releases that are looked through for one that fits. */
const MAX_RELEASES = 5_000;

const FIELDS = ["id", "source", "repository", "name", "version", "standing", "upstream", "releases"] as const;
type Candidate = Pick<ChartDocument, (typeof FIELDS)[number]>;

interface Choice {
  readonly chart: Candidate;
  readonly by: ResolvedDependency["by"];
  readonly others: number;
  readonly range: VersionRange | null;
}

/** Finds what is asked for: at its address, else by its name. Throws `SearchEngineError`. */
export async function resolveDependencies(
  reader: SearchReader,
  sources: readonly SourceConfig[],
  wanted: readonly WantedChart[],
  scope: AccessScope,
): Promise<readonly (ResolvedDependency | null)[]> {
  const asked = wanted.slice(0, MAX_WANTED);
  if (asked.length === 0) return [];
  const seen = sources.filter(({ id }) => scope.sources.has(id));
  const candidates = await chartsNamed(
    reader,
    asked.map(({ name }) => name),
    scope,
  );
  const choices = asked.map((one) => chooseChart(one, seen, candidates));
  const versions = await versionsOf(reader, choices.filter((one) => one !== null).filter(needsOlder));
  return choices.map((choice): ResolvedDependency | null => {
    if (choice === null) return null;
    const { chart, by, others, range } = choice;
    const known = [chart.version, ...(versions.get(chart.id) ?? [])];
    const fitting = known.filter((version) => range?.holds(version));
    return {
      id: { source: chart.source, repository: chart.repository },
      ...{ by, others, latest: chart.version },
      version: latestOf(fitting, (version) => version),
    };
  });
}

async function chartsNamed(
  reader: SearchReader,
  names: readonly string[],
  scope: AccessScope,
): Promise<readonly Candidate[]> {
  const filter = allOf([isOneOf("nameParts", new Set(names)), isOneOf("source", scope.sources)]);
  const question = { index: CHARTS, text: "", filter, limit: MAX_CANDIDATES, retrieve: FIELDS };
  const [answer] = await reader.search([question]);
  return (answer?.hits ?? []) as Candidate[];
}

function chooseChart(
  wanted: WantedChart,
  sources: readonly SourceConfig[],
  candidates: readonly Candidate[],
): Choice | null {
  const range = parseVersionRange(wanted.version);
  const named = candidates.filter(({ name }) => name === wanted.name);
  const address = findAddress(wanted, sources);
  const there = named.find((chart) => leadsTo(address, chart));
  if (there !== undefined) return { chart: there, by: "address", others: 0, range };
  // A copy of the registry that is meant has the same path in it.
  const path = repositoryIn(wanted);
  const rank = (chart: Candidate) => [
    Number(path === null || !`/${chart.repository}`.endsWith(`/${path}`)),
    chart.standing,
    chart.upstream,
    -chart.releases,
  ];
  const [chart, ...others] = named.toSorted((a, b) => compareRanks(rank(a), rank(b)));
  return chart === undefined ? null : { chart, by: "name", others: others.length, range };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Nearly always the latest fits, and no older one has to be looked for. */
function needsOlder({ chart, range }: Choice): boolean {
  return range !== null && !range.holds(chart.version);
}

async function versionsOf(
  reader: SearchReader,
  choices: readonly Choice[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const versions = new Map<string, string[]>();
  if (choices.length === 0) return versions;
  const ids = new Set(choices.map(({ chart }) => chart.id));
  const filter = allOf([isOneOf("chart", ids), equals("kind", "chart")]);
  let room = MAX_RELEASES;
  for await (const document of reader.fetch(RELEASES, { filter, fields: ["chart", "version"] })) {
    const { chart, version } = document as Pick<ReleaseDocument, "chart" | "version">;
    versions.set(chart, [...(versions.get(chart) ?? []), version]);
    room -= 1;
    if (room <= 0) break;
  }
  return versions;
}
