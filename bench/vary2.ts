import { readFileSync } from "node:fs";
import { request, Agent } from "undici";
import { planSearch } from "#lib/search/search-plan.ts";
import { parseChartQuery } from "#lib/catalog/chart-query.ts";
import { scopeFor } from "#lib/access/scope.ts";
import { ANONYMOUS } from "#lib/access/viewer.ts";
const key = readFileSync("/tmp/i4m-keep/meilisearch.key", "utf8").trim();
const url = readFileSync("/tmp/i4m-keep/meilisearch.url", "utf8").trim();
const pid = process.argv[2];
const texts: string[] = JSON.parse(readFileSync("/tmp/i4m-texts.json", "utf8"));
const chosen = texts.filter((_, at) => at % 29 === 0);
const scope = scopeFor(ANONYMOUS, [{ id: "bench" as any, access: "public" }]);
const agent = new Agent({ connections: 1 });
const cpu = () => { const s = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" "); return (Number(s[11]) + Number(s[12])) * 10; };
async function run(name: string, change: (q: any) => any) {
  const c = cpu(); const t = performance.now(); let took = 0, bytes = 0; let max = 0;
  for (const text of chosen) {
    const plan = planSearch(parseChartQuery(new URLSearchParams({ q: text })), scope, Date.now());
    const h = plan.hits;
    const q = change({ q: h.text, filter: h.filter, sort: h.sort, facets: h.facets, page: 1, hitsPerPage: h.limit, attributesToRetrieve: h.retrieve, matchingStrategy: h.leaveOut === "last" ? "last" : h.leaveOut === "frequent" ? "frequency" : "all", showRankingScore: h.score, distinct: h.distinct });
    const r = await request(url + "/indexes/charts/search", { method: "POST", dispatcher: agent, headers: { authorization: "Bearer " + key, "content-type": "application/json" }, body: JSON.stringify(q) });
    const b = await r.body.text(); if (r.statusCode !== 200) throw new Error(b); bytes += b.length; const ms = JSON.parse(b).processingTimeMs; took += ms; max = Math.max(max, ms);
  }
  console.log(name.padEnd(40), "cpu", ((cpu() - c) / chosen.length).toFixed(1), "took", (took / chosen.length).toFixed(1), "wall", ((performance.now() - t) / chosen.length).toFixed(1), "max", max, "kB", (bytes / chosen.length / 1000).toFixed(1));
}
const lim = (q: any, n = 100) => { const { page, hitsPerPage, ...r } = q; return { ...r, offset: 0, limit: n }; };
const no = (q: any, ...k: string[]) => Object.fromEntries(Object.entries(q).filter(([x]) => !k.includes(x)));
const only = process.argv[3];
const V: [string, (q: any) => any][] = [
  ["as is", (q) => q],
  ["no facets", (q) => ({ ...q, facets: [] })],
  ["no distinct", (q) => no(q, "distinct")],
  ["offset/limit", (q) => lim(q)],
  ["offset/limit no facets", (q) => lim({ ...q, facets: [] })],
  ["offset/limit no distinct", (q) => no(lim(q), "distinct")],
  ["offset/limit no distinct no facets", (q) => no(lim({ ...q, facets: [] }), "distinct")],
  ["ol nd nf id only", (q) => no(lim({ ...q, facets: [], attributesToRetrieve: ["id"] }), "distinct")],
  ["ol nd nf id only limit 20", (q) => no(lim({ ...q, facets: [], attributesToRetrieve: ["id"] }, 20), "distinct")],
  ["ol nd nf id only no score", (q) => no(lim({ ...q, facets: [], attributesToRetrieve: ["id"] }), "distinct", "showRankingScore")],
  ["ol nd nf id, no filter", (q) => no(lim({ ...q, facets: [], attributesToRetrieve: ["id"] }), "distinct", "filter")],
  ["ol nd nf id all", (q) => no(lim({ ...q, facets: [], attributesToRetrieve: ["id"], matchingStrategy: "all" }), "distinct")],
  ["ol nd nf id, names only", (q) => no(lim({ ...q, facets: [], attributesToRetrieve: ["id"], attributesToSearchOn: ["nameJoined","name","aliases","keywords","description","namespace","origin","terms"] }), "distinct")],
];

const variants: [string, (q: any) => any][] = [["as is", (q) => q], ["ol", (q) => lim(q)], ["page50", (q) => ({ ...q, hitsPerPage: 50 })], ["ol50", (q) => lim(q, 50)]];
const rows: any[] = [];
for (const text of texts.filter((_, at) => at % 47 === 0)) {
  const plan = planSearch(parseChartQuery(new URLSearchParams({ q: text })), scope, Date.now());
  const out: any = { text };
  for (const [n, f] of variants) {
    let best = Infinity;
    for (let i = 0; i < 5; i++) {
      const h = plan.hits;
      const q = f({ q: h.text, filter: h.filter, sort: h.sort, facets: h.facets, page: 1, hitsPerPage: h.limit, attributesToRetrieve: h.retrieve, matchingStrategy: h.leaveOut === "last" ? "last" : h.leaveOut === "frequent" ? "frequency" : "all", showRankingScore: h.score, distinct: h.distinct });
      const r = await request(url + "/indexes/charts/search", { method: "POST", dispatcher: agent, headers: { authorization: "Bearer " + key, "content-type": "application/json" }, body: JSON.stringify(q) });
      const b = JSON.parse(await r.body.text()); best = Math.min(best, b.processingTimeMs); out.total = b.totalHits ?? out.total;
    }
    out[n] = best;
  }
  rows.push(out);
}
rows.sort((a, b) => b["as is"] - a["as is"]);
for (const r of rows) console.log(String(r["as is"]).padStart(4), String(r.ol).padStart(4), String(r.page50).padStart(4), String(r.ol50).padStart(4), String(r.total).padStart(6), r.text);
