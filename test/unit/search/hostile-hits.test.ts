import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseSearchText } from "#lib/catalog/search-text.ts";
import { explainHits } from "#lib/search/explain-hits.ts";
import { excerptOf } from "#lib/search/rank/mark-text.ts";
import { rankCharts, readSought } from "#lib/search/rank/rank-charts.ts";
import { editDistance } from "#lib/support/edit-distance.ts";

type Explained = Parameters<typeof explainHits>;

let count = 0;
/** Words of nine letters, each another, that all begin like those that are sought. */
function nearWords(length: number): readonly string[] {
  return Array.from({ length }, () => {
    count += 1;
    return `redis${count.toString(36).padStart(4, "q")}`;
  });
}

const QUESTION = Array.from("abcdefghijklmnop", (letter) => `redisqqq${letter}`).join(" ");

function hostileChart(id: number) {
  return {
    ...{ id: `${id}`, source: "acme", repository: "a", name: "a", version: "1", nameJoined: "a" },
    ...{
      fingerprint: `${id}`,
      layer: `${id}`,
      namespace: "",
      aliases: [],
      about: [],
      standing: 0,
      upstream: 0,
    },
    ...{ releases: 1, updatedTs: null, terms: nearWords(250).join(" ") },
    keywords: Array.from({ length: 50 }, () => nearWords(10).join(" ")),
    description: nearWords(500).join(" "),
    origin: nearWords(40).join(" "),
  };
}

/** Time of this process, ms: other processes of the machine are not in it. */
async function cpuTime(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function explain(text: string, values: readonly { key: string; text: string }[]) {
  const charts = Array.from({ length: 20 }, (_, id) => hostileChart(id));
  const inside = {
    aliases: [],
    about: [],
    maintainers: [],
    dependencies: [],
    found: [],
    sections: [],
    values,
  };
  const insides = { read: async () => new Map(charts.map(({ id }) => [id, { id, ...inside }])) };
  const plan = { terms: parseSearchText(text).terms };
  return explainHits(insides, plan as unknown as Explained[1], charts as unknown as Explained[2]);
}

describe("charts of words that nearly are what is sought, by the thousand, hold nobody up", () => {
  test("when they are put in order: 3.9 s once", async () => {
    const charts = Array.from({ length: 135 }, (_, id) => hostileChart(id));
    const spent = await cpuTime(() => rankCharts(readSought(QUESTION), charts));
    assert.ok(spent < 1_200, `${spent} ms`);
  });

  test("when it is said why they were found: 2.6 s once", async () => {
    const spent = await cpuTime(() => explain(QUESTION, []));
    assert.ok(spent < 1_200, `${spent} ms`);
  });

  test("when forty qualifiers are explained: 1.1 s once, with half of the keys", async () => {
    const values = nearWords(3_000).map((key) => ({ key: `image.tag.${key}`, text: "" }));
    const spent = await cpuTime(() => explain("value:image.tag ".repeat(18), values));
    assert.ok(spent < 600, `${spent} ms`);
  });
});

test("an excerpt is short where there is no space", () => {
  const excerpt = excerptOf(readSought("redis"), `${"x,".repeat(20_000)}redis${",x".repeat(20_000)}`);
  const text = (excerpt ?? []).map((segment) => segment.text).join("");
  assert.ok(text.includes("redis") && text.length < 400, `${text.length} characters`);
});

test("the distance of words is told up to the limit, and only then exactly", () => {
  assert.equal(editDistance("ac", "cbb", 1), 2);
  assert.equal(editDistance("", "ab", 2), 2);
  assert.equal(editDistance("abcd", "badc", 2), 2);
  assert.equal(editDistance("kubernetes", "kubrenetse", 2), 2);
  assert.equal(editDistance("a".repeat(301), `${"a".repeat(300)}b`, 2), 3);
});

test("who claims a chart's name, in every field and 10,000 releases, does not pass the chart of that name", () => {
  const nothing = { keywords: [], about: [], description: "", origin: "", terms: "", aliases: [] };
  const bare = { ...nothing, upstream: 1, releases: 1, updatedTs: null, _rankingScore: 0.9 };
  const claims = { aliases: ["redis"], about: ["redis"], origin: "redis redis", terms: "redis" };
  const said = { keywords: Array.from({ length: 50 }, () => "redis"), description: "redis ".repeat(10_000) };
  const best = { standing: 0, upstream: 0, releases: 10_000, updatedTs: Date.now() / 1000, _rankingScore: 1 };
  const mallory = { name: "mallory", nameJoined: "mallory", ...claims, ...said, ...best };
  for (const standing of [0, 1, 2]) {
    const redis = { ...bare, name: "redis", nameJoined: "redis", standing };
    assert.equal(rankCharts(readSought("redis"), [mallory, redis])[0]?.name, "redis", `standing ${standing}`);
  }
});
