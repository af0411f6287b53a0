import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { createIndexedCatalog } from "#lib/search/indexed-catalog.ts";
import { createMeilisearchEngine } from "#lib/search/meilisearch-engine.ts";
import { readFileSync } from "node:fs";
import { readIngredients, SOURCE } from "./search/chart-mixer.ts";
import { prefixesOf, typedQueries } from "./search/typed-queries.ts";
const key = readFileSync("/tmp/i4m-keep/meilisearch.key", "utf8").trim();
const url = readFileSync("/tmp/i4m-keep/meilisearch.url", "utf8").trim();
const engine = createMeilisearchEngine({ url, key });
const stat = new Map<string, number[]>();
const add = (k: string, v: number) => { const l = stat.get(k) ?? []; l.push(v); stat.set(k, l); };
const reader: any = {
  async search(q: any) { const t = performance.now(); const a = await engine.search(q); add("search call x" + q.length, performance.now() - t);
    a.forEach((x: any, i: number) => add(`took q${i}/${q.length} ${q[i].index} limit${q[i].limit}`, x.tookMs));
    return a; },
  async *fetch(i: any, o: any) { const t = performance.now(); yield* engine.fetch(i, o); add("fetch " + i + (o.fields?.length ?? ""), performance.now() - t); },
  get: engine.get,
};
const catalog = createIndexedCatalog({ reader, charts: {} as any, sources: new Map([[SOURCE, {}]]) as any });
const scope = scopeFor(ANONYMOUS, [{ id: SOURCE, access: "public" }]);
const fs = await import("node:fs");
let texts: string[];
if (fs.existsSync("/tmp/i4m-texts.json")) texts = JSON.parse(readFileSync("/tmp/i4m-texts.json", "utf8"));
else { const all = typedQueries(await readIngredients()); fs.writeFileSync("/tmp/i4m-queries.json", JSON.stringify(all,null,1)); texts = all.flatMap(prefixesOf); fs.writeFileSync("/tmp/i4m-texts.json", JSON.stringify(texts)); }
const step = Number(process.argv[2] ?? 10);
// whole runs of typing
const chosen = texts.filter((_, at) => Math.floor(at / 20) % step === 0);
const q = (l: number[], p: number) => l.toSorted((a, b) => a - b)[Math.floor(p * (l.length - 1))]!.toFixed(1);
for (const t of texts.slice(0, 15)) await catalog.search(parseChartQuery(new URLSearchParams({ q: t })), scope);
stat.clear();
const c0 = process.cpuUsage(); const m0 = cpuOf();
const slow: [number, string][] = [];
for (const text of chosen) { const t = performance.now(); await catalog.search(parseChartQuery(new URLSearchParams({ q: text })), scope); const ms = performance.now() - t; add("all", ms); slow.push([ms, text]); }
const c1 = process.cpuUsage(c0);
function cpuOf() { try { const s = readFileSync(`/proc/${process.argv[3]}/stat`, "utf8").split(") ")[1]!.split(" "); return (Number(s[11]) + Number(s[12])) * 10; } catch { return 0; } }
for (const [k, l] of [...stat].sort()) console.log(k.padEnd(34), "n", l.length, "p50", q(l, .5), "p95", q(l, .95), "p99", q(l, .99), "sum", l.reduce((a, b) => a + b, 0).toFixed(0));
console.log(chosen.length, "texts; cpu/search ms: node", ((c1.user + c1.system) / 1000 / chosen.length).toFixed(2), "meili", ((cpuOf() - m0) / chosen.length).toFixed(2));
console.log(slow.sort((a, b) => b[0] - a[0]).slice(0, 15).map(([ms, t]) => `${ms.toFixed(0)} ${t}`).join("; "));
