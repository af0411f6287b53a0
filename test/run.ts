import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { globalSetup, globalTeardown } from "./e2e/support/global-setup.ts";
import { claimTemporaryFolder, endLeftovers, findLeftovers } from "./support/leftovers.ts";
import { installRealParts, type RealPart } from "./support/real-parts.ts";
import { runTestFiles, sum, type Tally, type TestRun } from "./support/test-files.ts";

// `npm test` runs every stage but `real`; `npm test -- unit e2e` runs those named. The last line is the sum of all.

const ROOT = join(import.meta.dirname, "..");
const ONE_FAILURE: Tally = { passed: 0, failed: 1, skipped: 0 };

interface Stage {
  readonly parts: readonly RealPart[];
  readonly minutes: number;
  readonly run: (signal: AbortSignal) => Promise<Tally>;
}

const STAGES: Readonly<Record<string, Stage>> = {
  lint: { parts: [], minutes: 2, run: script("lint") },
  types: { parts: [], minutes: 3, run: script("types") },
  unused: { parts: [], minutes: 2, run: script("unused") },
  unit: { parts: [], minutes: 6, run: tests("unit", { concurrency: 2 }) },
  architecture: { parts: [], minutes: 1, run: tests("architecture", { concurrency: 1 }) },
  contract: {
    parts: ["docker-registry", "helm"],
    minutes: 10,
    run: tests("contract", { concurrency: 1 }),
  },
  relevance: { parts: ["helm"], minutes: 10, run: tests("relevance", { concurrency: 1, reports: true }) },
  e2e: {
    parts: ["docker-registry", "helm", "chromium"],
    minutes: 14,
    run: async (signal) => {
      // Not by node:test's own option: its stream ends before the teardown has.
      try {
        await globalSetup();
        return await tests("e2e", { concurrency: 1 })(signal);
      } finally {
        await globalTeardown();
      }
    },
  },
  real: {
    parts: ["docker-registry", "helm"],
    minutes: 20,
    run: tests("real", { concurrency: 1, reports: true }),
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(STAGES, name));
if (unknown.length > 0) {
  console.error(`no stage ${unknown.join(", ")}; there are ${Object.keys(STAGES).join(", ")}`);
  process.exit(2);
}
const temporary = claimTemporaryFolder();
const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.abort());

const names = asked.length > 0 ? asked : Object.keys(STAGES).filter((name) => name !== "real");
const tallies: Tally[] = [];
for (const name of names) {
  if (!stopped.signal.aborted) tallies.push(await runStage(name, stopped.signal));
}
if (stopped.signal.aborted) tallies.push(ONE_FAILURE);

await rm(temporary, { recursive: true, force: true });
const { passed, failed, skipped } = sum(tallies);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 ? 0 : 1);

async function runStage(name: string, stop: AbortSignal): Promise<Tally> {
  const stage = STAGES[name];
  if (stage === undefined) throw new Error(`no stage ${name}`);
  const started = performance.now();
  console.log(`\n${name}`);
  const limit = AbortSignal.timeout(stage.minutes * 60_000);
  const results: Tally[] = [];
  try {
    await installRealParts(new Set(stage.parts));
    results.push(await stage.run(AbortSignal.any([stop, limit])));
  } catch (error) {
    console.log(error);
    results.push(ONE_FAILURE);
  }
  if (limit.aborted) {
    console.log(`  ✖ not done in ${stage.minutes} minutes`);
    results.push(ONE_FAILURE);
  }
  results.push(await checkLeftovers());
  const tally = sum(results);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`);
  return tally;
}

/** What a stage leaves running is a failure of that stage, and is ended before the next. */
async function checkLeftovers(): Promise<Tally> {
  const leftovers = await findLeftovers();
  for (const { pid, command } of leftovers) console.log(`  ✖ left running: ${pid} ${command}`);
  endLeftovers(leftovers);
  return { passed: 0, failed: leftovers.length, skipped: 0 };
}

/** A script of package.json, as one check. */
function script(name: string): Stage["run"] {
  return async (signal) => {
    const child = spawn("npm", ["run", "--silent", name], { cwd: ROOT, stdio: "inherit", signal });
    const [code] = await once(child, "exit");
    return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : ONE_FAILURE;
  };
}

/** The test files of one folder; none at all is a failure. */
function tests(folder: string, options: Pick<TestRun, "concurrency" | "reports">): Stage["run"] {
  return async (signal) => {
    const files = [`test/${folder}/**/*.test.ts`];
    const tally = await runTestFiles(ROOT, { files, signal, ...options });
    if (tally.passed + tally.failed > 0) return tally;
    console.log("  ✖ no test ran");
    return ONE_FAILURE;
  };
}
