import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { text as readText } from "node:stream/consumers";
import { describe, test } from "node:test";
import type { ChartContent } from "#lib/chart/chart-content.ts";
import { checkValues } from "#lib/chart/check/check-values.ts";
import { readValuesModel } from "#lib/chart/check/read-values-model.ts";
import type { ValuesModel } from "#lib/chart/check/values-model.ts";
import { readChart } from "#lib/chart/read-chart.ts";
import { isJsonObject, type Json, type JsonObject } from "#lib/chart/values/json.ts";
import { installHelm } from "../support/helm.ts";
import { createRandom } from "../support/random.ts";
import { readRealArchives } from "./support/real-archives.ts";

/** What Helm refuses to install as it is: “got null, want string”. */
const REFUSED_BY_HELM = [/external-dns-1\.21\.1\.tgz: policy$/];
/** Helm fetches these, or fails to; the check never does. */
const REFERS_ELSEWHERE = /"\$ref":"https?:/;
const FILES_PER_SCHEMA = 1;
const SLIPS_PER_CHART = 5;
const WANTED_SHARE = 0.95;

describe("values of real charts, checked", { timeout: 900_000 }, () => {
  test("a chart's own values.yaml has nothing unknown, and breaks no schema Helm takes it for", async (t) => {
    const costs: number[] = [];
    const found = { charts: 0, keys: 0, equal: 0, model: 0 };
    for await (const { file, content } of realCharts()) {
      if (content.values === null) continue;
      const model = readValuesModel(content);
      const start = performance.now();
      const report = checkValues(content.values.text, model);
      costs.push(performance.now() - start);
      const wrong = report.findings
        .filter(({ kind }) => !["default", "deprecated", "duplicate"].includes(kind))
        .map(({ path }) => `${file.split("/").at(-1)}: ${path}`)
        .filter((one) => !REFUSED_BY_HELM.some((known) => known.test(one)));
      assert.deepEqual(wrong, []);
      assert.ok(report.readable, file);
      found.charts += 1;
      found.keys += report.keys;
      found.equal += report.counts.default;
      found.model = Math.max(found.model, JSON.stringify(model).length);
    }
    costs.sort((a, b) => a - b);
    const at = (share: number) => `${costs[Math.floor((costs.length - 1) * share)]?.toFixed(1)} ms`;
    t.diagnostic(`${JSON.stringify(found)}; a check p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`);
    assert.ok(found.charts > 0);
  });

  test("a schema forbids what Helm refuses, and nothing else", async (t) => {
    const seed = Date.now() % 1_000_000;
    const random = createRandom(seed);
    const apart: string[] = [];
    const tried = { files: 0, refused: 0 };
    for await (const { file, content } of realCharts()) {
      const model = readValuesModel(content);
      if (model.schemas.length === 0 || REFERS_ELSEWHERE.test(JSON.stringify(model.schemas))) continue;
      for (const names of sample(leavesOf(model.defaults), FILES_PER_SCHEMA, random)) {
        const text = JSON.stringify(single(names, random() < 0.5 ? ["x"] : "x y"));
        const ours = checkValues(text, model).counts.schema > 0;
        const helms = await isRefused(file, text);
        if (helms === null) continue;
        tried.files += 1;
        tried.refused += Number(helms);
        if (ours !== helms)
          apart.push(`${file.split("/").at(-1)} ${text}: ${ours ? "only here" : "only by Helm"}`);
      }
    }
    t.diagnostic(
      `seed ${seed}: ${JSON.stringify(tried)}, ${apart.length} apart: ${apart.slice(0, 10).join("; ")}`,
    );
    assert.ok(tried.files > 0 && apart.length <= tried.files * 0.01, apart.join("\n"));
  });

  for (const alone of [false, true]) {
    const what = alone ? "in a file of its own" : "among all others";
    test(`a key with one wrong letter ${what} is told, with the right one`, async (t) => {
      const seed = Date.now() % 1_000_000;
      const random = createRandom(seed);
      const missed: string[] = [];
      let slips = 0;
      for await (const { file, content } of realCharts()) {
        const model = readValuesModel(content);
        for (const names of sample(leavesOf(model.defaults), SLIPS_PER_CHART, random)) {
          const wrong = misspell(names, model, random);
          if (wrong === null) continue;
          const text = JSON.stringify(alone ? single(wrong, 1) : renamed(model.defaults, names, wrong));
          const path = joined(wrong);
          const one = checkValues(text, model).findings.find((finding) => finding.path === path);
          slips += 1;
          if (one?.instead !== joined(names))
            missed.push(
              `${file.split("/").at(-1)}: ${joined(names)} as ${path}: ${one?.kind} ${one?.instead}`,
            );
        }
      }
      const share = 1 - missed.length / slips;
      t.diagnostic(
        `seed ${seed}: ${slips} slips, ${(100 * share).toFixed(1)} % told right; not: ${missed.slice(0, 15).join("; ")}`,
      );
      assert.ok(slips > 0 && share >= WANTED_SHARE, `${(100 * share).toFixed(1)} %`);
    });
  }
});

async function* realCharts(): AsyncGenerator<{ readonly file: string; readonly content: ChartContent }> {
  for (const { file } of await readRealArchives())
    yield { file, content: await readChart([await readFile(file)]) };
}

/** Whether Helm refuses a values file for its schema; null where it does not get that far. What else it may refuse comes later. */
async function isRefused(archive: string, text: string): Promise<boolean | null> {
  const child = spawn(await installHelm(), ["template", "check", archive, "--values", "-"], {
    stdio: ["pipe", "ignore", "pipe"],
  });
  child.stdin.end(text);
  const [said] = await Promise.all([readText(child.stderr), once(child, "exit")]);
  if (/missing in charts\/|is not valid against metaschema|metaschema/.test(said)) return null;
  return said.includes("meet the specifications of the schema");
}

/** Paths of everything that is no mapping with keys, and not below `global`. */
function leavesOf(values: JsonObject, above: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const names = [...above, name];
    if (name === "global") return [];
    return isJsonObject(value) && Object.keys(value).length > 0 ? leavesOf(value, names) : [names];
  });
}

/** The same path with one letter of its last name replaced; null if that is a key, too, or no letter is in it. */
function misspell(
  names: readonly string[],
  model: ValuesModel,
  random: () => number,
): readonly string[] | null {
  const last = names.at(-1) ?? "";
  const letters = [...last].flatMap((letter, at) => (/[a-z]/i.test(letter) ? [at] : []));
  const at = letters[Math.floor(random() * letters.length)];
  if (at === undefined || last.length < 3) return null;
  const other = last[at]?.toLowerCase() === "x" ? "q" : "x";
  const wrong = [...names.slice(0, -1), last.slice(0, at) + other + last.slice(at + 1)];
  return model.keys.some(({ path }) => path === joined(wrong)) ? null : wrong;
}

function renamed(values: JsonObject, names: readonly string[], wrong: readonly string[]): JsonObject {
  const [name = "", ...rest] = names;
  const entries = Object.entries(values).map(([key, value]): [string, Json] => {
    if (key !== name) return [key, value];
    if (rest.length === 0) return [wrong.at(-1) ?? "", value];
    return [key, isJsonObject(value) ? renamed(value, rest, wrong) : value];
  });
  return Object.fromEntries(entries);
}

function single(names: readonly string[], value: Json): Json {
  return names.reduceRight<Json>((inner, name) => ({ [name]: inner }), value);
}

function sample<T>(items: readonly T[], count: number, random: () => number): readonly T[] {
  return items.length <= count
    ? items
    : Array.from({ length: count }, () => items[Math.floor(random() * items.length)]).filter(
        (item) => item !== undefined,
      );
}

function joined(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(".", "\\.")).join(".");
}
