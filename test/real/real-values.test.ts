import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { parse } from "yaml";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { readDefaultValues } from "#lib/chart/values/default-values.ts";
import type { DocumentedKey } from "#lib/chart/values/documented-values.ts";
import type { Json } from "#lib/chart/values/json.ts";
import { readOwnDefaults } from "#lib/chart/values/own-defaults.ts";
import { readDocumentedValues } from "#lib/chart/values/read-documented-values.ts";
import { readRealArchives } from "./support/real-archives.ts";

/** What one thread may need for the keys of a chart, all of its subcharts included, on a busy machine. */
const MAX_CPU_MS = 1_500;

describe("the values of real charts", { timeout: 900_000 }, () => {
  test("have a key for each path of values.yaml, as another parse sees it", async (t) => {
    const unread: string[] = [];
    let paths = 0;
    for await (const { file, content } of realCharts()) {
      const text = content.values?.text ?? "";
      // Every scalar as it is written, for a key `on` is called on.
      const values = independently(() => parse(text, { merge: true, uniqueKeys: false, schema: "failsafe" }));
      const { keys, problems } = readDocumentedValues(content);
      if (values === undefined) {
        unread.push(file);
        assert.ok(problems.length > 0, `${file}: not a word of what cannot be read`);
        continue;
      }
      const known = new Set(keys.map(({ path }) => path));
      assert.equal(known.size, keys.length, `${file} has a key twice`);
      const missing = [...pathsIn(values)].filter((path) => !known.has(path));
      assert.deepEqual(missing, [], file);
      paths += [...pathsIn(values)].length;
    }
    t.diagnostic(`${paths} paths, all there; not to be read: ${unread.join(", ") || "none"}`);
    assert.ok(paths > 0);
  });

  test("are by default what another parse of YAML 1.1 sees", async (t) => {
    let compared = 0;
    for await (const { file, content } of realCharts()) {
      const text = content.values?.text ?? "";
      const { values, problem } = readOwnDefaults(text);
      const theirs = independently(() => parse(text, { merge: true, uniqueKeys: false, version: "1.1" }));
      if (theirs === undefined) assert.notEqual(problem, null, file);
      else {
        assert.equal(problem, null, file);
        assert.deepEqual([...differences(values, theirs ?? {}, "")], [], file);
        compared += 1;
      }
      if (content.subcharts.length > 0) continue;
      assert.deepEqual(readDefaultValues(content), { values, problem }, file);
    }
    t.diagnostic(`${compared} equal`);
    assert.ok(compared > 0);
  });

  test("stand where they are said to", async () => {
    for await (const { file, content } of realCharts()) {
      const lines = new Map<string, readonly string[]>();
      for (const one of [content.values, content.schema, ...content.subchartTexts]) {
        if (one !== null) lines.set(one.path, one.text.split(/\r?\n/));
      }
      const misplaced = readDocumentedValues(content).keys.filter((key) => !isThere(key, lines));
      assert.deepEqual(misplaced, [], file);
    }
  });

  test("are documented, and how many", async (t) => {
    const found = { charts: 0, keys: 0, comments: 0, schema: 0, either: 0, ofSubcharts: 0, inSchemaAlone: 0 };
    const costs: number[] = [];
    for await (const { file, content } of realCharts()) {
      const start = process.cpuUsage();
      const { keys } = readDocumentedValues(content);
      const { user, system } = process.cpuUsage(start);
      costs.push((user + system) / 1_000);
      assert.ok((costs.at(-1) ?? 0) < MAX_CPU_MS, `${file}: ${costs.at(-1)} ms`);
      found.charts += 1;
      for (const { description, schema, subchart, file: place } of keys) {
        const inSchema = (schema?.description ?? "") !== "";
        found.keys += 1;
        found.comments += Number(description !== "");
        found.schema += Number(inSchema);
        found.either += Number(description !== "" || inSchema);
        found.ofSubcharts += Number(subchart !== null);
        found.inSchemaAlone += Number(place.endsWith("values.schema.json"));
      }
    }
    costs.sort((a, b) => a - b);
    const at = (share: number) => `${costs[Math.floor((costs.length - 1) * share)]?.toFixed(1)} ms`;
    const share = (count: number) => `${((100 * count) / found.keys).toFixed(1)} %`;
    t.diagnostic(`${JSON.stringify(found)}, p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`);
    t.diagnostic(
      `documented: ${share(found.either)}; by comments ${share(found.comments)}, by schemas ${share(found.schema)}`,
    );
    assert.ok(found.keys > 0);
  });
});

async function* realCharts(): AsyncGenerator<{ readonly file: string; readonly content: ChartContent }> {
  for (const { file } of await readRealArchives())
    yield { file, content: await readChart([await readFile(file)]) };
}

/** Undefined for what the parser refuses. */
function independently(read: () => unknown): unknown {
  try {
    return read() ?? null;
  } catch {
    return undefined;
  }
}

function* pathsIn(values: unknown, prefix = ""): Generator<string> {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return;
  for (const [name, value] of Object.entries(values)) {
    const path = prefix + name.replaceAll(".", "\\.");
    yield path;
    yield* pathsIn(value, `${path}.`);
  }
}

/** The parser follows YAML 1.1 where Helm's library does not: times are no texts, and `1:30` is a number to the base 60. */
function* differences(ours: Json, theirs: unknown, path: string): Generator<string> {
  if (Array.isArray(theirs) && Array.isArray(ours) && theirs.length === ours.length) {
    for (const [index, item] of ours.entries()) yield* differences(item, theirs[index], `${path}[${index}]`);
  } else if (isObject(theirs) && isObject(ours)) {
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      yield* differences(ours[name] as Json, theirs[name], `${path}.${name}`);
    }
  } else {
    const time = theirs instanceof Date && typeof ours === "string" && /^\d{4}-\d/.test(ours);
    const sixty = typeof theirs === "number" && typeof ours === "string" && /^[\d:.]+$/.test(ours);
    if (ours !== theirs && !time && !sixty) yield `${path}: ${JSON.stringify(ours)}, ${String(theirs)}`;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Whether the line holds the last name of the path. */
function isThere(
  { path, file, line }: DocumentedKey,
  lines: ReadonlyMap<string, readonly string[]>,
): boolean {
  const name = path
    .split(/(?<!\\)\./)
    .at(-1)
    ?.replaceAll("\\.", ".");
  return lines.get(file)?.[line - 1]?.includes(name ?? "") ?? false;
}
