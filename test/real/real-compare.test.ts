import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { after, before, describe, test } from "node:test";
import pMap from "p-map";
import { parse } from "yaml";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import { compareCharts } from "#lib/chart/compare/compare-charts.ts";
import type { ValuesDifference } from "#lib/chart/compare/values-difference.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { compareVersions } from "#lib/chart/version.ts";
import { createHelm, type Helm } from "../support/helm.ts";
import { readRealArchives } from "./support/real-archives.ts";

const CONCURRENCY = 3;
/** Names that so many projects give a chart that each is another program's. */
const MAX_FORKS = 4;

interface RealChart {
  readonly file: string;
  readonly content: ChartContent;
  /** What `helm show values` prints. */
  readonly shown: string;
}

type Pair = readonly [from: RealChart, to: RealChart];

describe("any two real charts, compared", { timeout: 1_800_000 }, () => {
  let helm: Helm & AsyncDisposable;
  let charts: readonly RealChart[];

  before(async () => {
    helm = await createHelm();
    charts = await pMap(
      await readRealArchives(),
      async ({ file }) => ({
        file,
        content: await readChart([await readFile(file)]),
        shown: (await helm("show", "values", file)).stdout.toString(),
      }),
      { concurrency: CONCURRENCY },
    );
  });
  after(() => helm?.[Symbol.asyncDispose]());

  test("have the keys with another default that what helm shows has: versions one after the other", (t) => {
    const report = compareAll(consecutiveVersions(charts));
    t.diagnostic(report.summary);
    assert.deepEqual(report.wrong, []);
    assert.ok(report.pairs > 0);
  });

  test("and the newest ones of equal names from different projects", (t) => {
    const report = compareAll(forks(charts));
    t.diagnostic(report.summary);
    assert.deepEqual(report.wrong, []);
  });

  test("and nothing differs between a chart and itself", () => {
    for (const { file, content } of charts) {
      const { risks, values, subcharts, schema, images, dependencies, crds, fields, templates, readme } =
        compareCharts(content, structuredClone(content));
      const lists = [values, schema, images, crds].flatMap((part) => {
        assert.equal(part.kind, "computed", file);
        return part.kind === "computed" ? Object.values(part.difference) : [];
      });
      const entries = [
        ...lists.filter(Array.isArray),
        risks,
        subcharts,
        dependencies,
        fields,
        templates.changes,
      ];
      assert.deepEqual(entries.flat(), [], file);
      assert.equal(readme.changed, false);
    }
  });
});

function compareAll(pairs: readonly Pair[]) {
  const wrong: string[] = [];
  const costs: number[] = [];
  const found = { keys: 0, moved: 0, retyped: 0, failed: 0, same: 0 };
  for (const [from, to] of pairs) {
    const start = process.cpuUsage();
    const { values } = compareCharts(from.content, to.content);
    const { user, system } = process.cpuUsage(start);
    costs.push((user + system) / 1_000);
    const expected = changedLeaves(from.shown, to.shown);
    if (values.kind === "failed") {
      found.failed += 1;
      // What Helm can read must be compared.
      if (expected !== null) wrong.push(`${from.file} ${to.file}: ${values.reason}`);
      continue;
    }
    const actual = leavesOfDifference(values.difference);
    if (JSON.stringify(actual) !== JSON.stringify(expected)) wrong.push(`${from.file} ${to.file}`);
    found.keys += actual.length;
    found.moved += values.difference.moved.length;
    found.retyped += values.difference.retyped.length;
    found.same += Number(actual.length === 0);
  }
  costs.sort((a, b) => a - b);
  const at = (share: number) => `${costs[Math.floor((costs.length - 1) * share)]?.toFixed(0)} ms`;
  const summary = `${pairs.length} pairs, ${JSON.stringify(found)}; p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`;
  return { pairs: pairs.length, wrong, summary };
}

/** Of what moved, both places. */
function leavesOfDifference(difference: ValuesDifference): readonly string[] {
  const { appeared, vanished, changed, retyped, moved } = difference;
  const replaced = [...changed, ...retyped].flatMap(({ path, from, to }) =>
    changedPaths(new Map(leaves(from, path)), new Map(leaves(to, path))),
  );
  const lone = [
    ...appeared,
    ...vanished,
    ...moved.flatMap(({ from, to, value }) => [
      { path: from, value },
      { path: to, value },
    ]),
  ];
  return [
    ...lone.flatMap(({ path, value }) => leaves(value, path).map(([leaf]) => leaf)),
    ...replaced,
  ].sort();
}

/** By another way than the product's: both files flattened, and each path compared. Null for what is no YAML. */
function changedLeaves(from: string, to: string): readonly string[] | null {
  try {
    const [old, fresh] = [from, to].map((text) => new Map(leaves(read(text), "")));
    return [...changedPaths(old ?? new Map(), fresh ?? new Map())].sort();
  } catch {
    return null;
  }
}

function read(text: string): unknown {
  return parse(text, { version: "1.1", uniqueKeys: false, logLevel: "silent", maxAliasCount: -1 }) ?? {};
}

function changedPaths(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...from.keys(), ...to.keys()])].filter((path) => from.get(path) !== to.get(path));
}

/** Keys that hold no others, with their values as text. */
function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  const isMap =
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
  const entries = isMap ? Object.entries(value) : [];
  if (entries.length === 0) return path === "" ? [] : [[path, sortedText(value)]];
  return entries.flatMap(([name, inner]) =>
    leaves(inner, `${path}${path === "" ? "" : "."}${name.replaceAll(".", "\\.")}`),
  );
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

function consecutiveVersions(charts: readonly RealChart[]): readonly Pair[] {
  const byPlace = Map.groupBy(charts, ({ file, content }) => `${dirname(file)} ${content.metadata.name}`);
  return [...byPlace.values()].flatMap((versions) => {
    const sorted = sortVersions(versions);
    return sorted.slice(1).map((chart, index): Pair => [sorted[index] ?? chart, chart]);
  });
}

function forks(charts: readonly RealChart[]): readonly Pair[] {
  const byPlace = Map.groupBy(charts, ({ file, content }) => `${dirname(file)} ${content.metadata.name}`);
  const newest = [...byPlace.values()].flatMap((versions) => sortVersions(versions).at(-1) ?? []);
  return [...Map.groupBy(newest, ({ content }) => content.metadata.name).values()].flatMap((places) =>
    places
      .slice(0, MAX_FORKS)
      .flatMap((one, index) => places.slice(index + 1, MAX_FORKS).map((other): Pair => [one, other])),
  );
}

function sortVersions(charts: readonly RealChart[]): readonly RealChart[] {
  return charts.toSorted((a, b) => compareVersions(a.content.metadata.version, b.content.metadata.version));
}
