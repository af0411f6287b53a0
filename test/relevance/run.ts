import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { askAll, askPeers } from "./support/engines.ts";
import { generateQuestions } from "./support/generated.ts";
import { indexesBeside, planHoldings, realArchives } from "./support/holdings.ts";
import { readQuestions, unknownNames } from "./support/question-files.ts";
import { isNamed } from "./support/questions.ts";
import { openRelevanceIndex } from "./support/relevance-index.ts";
import { renderComparison, renderFigures, renderMisses } from "./support/report.ts";

// For whoever tunes the ranking: asks in seconds, of an index that is kept between runs. README.md tells the options.

const { values: options } = parseArgs({
  options: {
    kind: { type: "string", multiple: true },
    half: { type: "string" },
    ask: { type: "string" },
    misses: { type: "boolean", default: false },
    peers: { type: "boolean", default: false },
    made: { type: "boolean", default: false },
    demo: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    distractors: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
  },
});

const archives = options.demo ? null : realArchives();
if (archives === null && !options.demo) {
  console.error("CHARTROOM_REAL_CHARTS is not set: asking about the sample charts of demo/");
}
const holdings = planHoldings({
  archives,
  extent: options.all ? "all" : "newest",
  distractors: options.distractors && archives !== null ? indexesBeside(archives) : null,
});
const name = createHash("sha256")
  .update(import.meta.dirname)
  .update(holdings.description)
  .digest("hex");
const folder = join(tmpdir(), `chartroom-relevance-${name.slice(0, 12)}`);
if (options.fresh) await rm(folder, { recursive: true, force: true });

// The engine is ended when this process exits, which it does not by itself when it is told to stop.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const index = await openRelevanceIndex(folder, holdings);
try {
  if (options.ask === undefined) await report();
  else await show(options.ask);
} finally {
  await index.stop();
}

async function report(): Promise<void> {
  const repositories = index.charts.map(({ repository }) => repository);
  const written = options.made
    ? generateQuestions(index.charts)
    : await readQuestions(archives === null ? "demo" : "real");
  const unknown = unknownNames(written, (one) => repositories.some((repository) => isNamed(one, repository)));
  if (unknown.length > 0) console.log(`no such chart: ${unknown.join(", ")}\n`);
  const questions = written.filter(
    ({ kind, half }) =>
      (options.kind ?? [kind]).includes(kind) && (options.half === undefined || half === options.half),
  );
  const scores = await askAll(index.ask, questions, repositories);
  if (options.misses) console.log(`${renderMisses(scores)}\n`);
  console.log(renderFigures(`${questions.length} questions over ${repositories.length} charts`, scores));
  if (!options.peers) return;
  const peers = await askPeers(index, folder, questions);
  console.log(`\n${renderComparison(new Map([["Chartroom", scores], ...peers]))}`);
}

async function show(text: string): Promise<void> {
  const { hits, ms } = await index.ask(text);
  for (const hit of hits) console.log(hit);
  console.log(`${hits.length} on the first page, ${ms.toFixed(0)} ms`);
}
