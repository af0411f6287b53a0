import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { installRealParts } from "../test/support/real-parts.ts";
import { benchmarkHelmIndex } from "./helm-index-table.ts";
import { benchmarkIndexing } from "./indexing-table.ts";
import { benchmarkProduct } from "./product-table.ts";
import { benchmarkSearch } from "./search/search-table.ts";

// Every figure stands beside its peer or its floor, measured in the same run. Over the charts in
// CHARTROOM_REAL_CHARTS, or else over the sample charts.

const PARTS = {
  indexing: benchmarkIndexing,
  product: benchmarkProduct,
  search: benchmarkSearch,
  helm: benchmarkHelmIndex,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

await installRealParts(new Set(["docker-registry", "helm"]));
const charts = process.env.CHARTROOM_REAL_CHARTS ? "real charts" : "sample charts";
const tables = [
  `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, Node ${process.version}, ${charts}\n`,
];
for (const [name, benchmark] of Object.entries(PARTS)) {
  if (chosen.length === 0 || chosen.includes(name)) tables.push(await benchmark());
}
const text = tables.join("\n");
console.log(text);
await writeFile(join(import.meta.dirname, "results.md"), text);
