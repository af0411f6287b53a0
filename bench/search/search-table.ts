import { type GrowthFigures, measureGrowth } from "./search-growth.ts";

/** What the product promises at 100,000 releases with one client, ms. */
const PROMISED_P95 = 50;
const CURVE_WIDTH = 30;

/** Typing into the search as the index grows, beside `helm search repo`: tables of Markdown. */
export async function benchmarkSearch(): Promise<string> {
  const growth = await measureGrowth();
  const requests = growth[0]?.typing[0]?.figures.requests ?? 0;
  const slowest = Math.max(...growth.map((one) => p95(one)));
  return [
    `GET /api/v1/search while 200 queries are typed, ${requests} prefixes, facets on; ms. "engine" is the slowest question`,
    "of a search, as Meilisearch tells it. helm: one search over an index.yaml of the same releases.",
    "",
    "| releases | clients | p50 | p95 | p99 | searches/s | engine p95 | kB | helm search repo | its ms / our p95 |",
    "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...growth.flatMap(searchRows),
    "",
    "| releases | charts | filled, s | index on disk, MB | Meilisearch at most, MB | web at most, MB | load before / behind |",
    "|--:|--:|--:|--:|--:|--:|--:|",
    ...growth.map(costRow),
    "",
    `p95 with one client, ms; promised at 100,000 releases: ${PROMISED_P95}`,
    "",
    "```",
    ...growth.map((one) => curveLine(one.releases, p95(one), slowest)),
    "```",
    "",
  ].join("\n");
}

function searchRows({ releases, typing, helmMs }: GrowthFigures): readonly string[] {
  return typing.map(({ clients, figures }) =>
    row([
      ...[releases, clients, figures.p50.toFixed(1), figures.p95.toFixed(1), figures.p99.toFixed(1)],
      ...[figures.perSecond.toFixed(0), figures.engineP95, figures.answerKilobytes.toFixed(1)],
      ...[helmMs.toFixed(0), (helmMs / figures.p95).toFixed(1)],
    ]),
  );
}

function costRow({ releases, charts, load, ...one }: GrowthFigures): string {
  return row([
    ...[releases, charts, one.fillSeconds.toFixed(0), one.diskMegabytes.toFixed(0)],
    ...[one.engineMegabytes.toFixed(0), one.webMegabytes.toFixed(0)],
    load.map((average) => average.toFixed(1)).join(" / "),
  ]);
}

function curveLine(releases: number, ms: number, slowest: number): string {
  const bar = "█".repeat(Math.max(1, Math.round((CURVE_WIDTH * ms) / slowest)));
  return `${String(releases).padStart(7)} ${bar} ${ms.toFixed(1)}`;
}

function p95({ typing }: GrowthFigures): number {
  return typing.find(({ clients }) => clients === 1)?.figures.p95 ?? 0;
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}
