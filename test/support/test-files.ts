import { relative, resolve } from "node:path";
import { run } from "node:test";
import { inspect } from "node:util";

/** How the checks of one stage ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What is run together, and how. */
export interface TestRun {
  /** Globs below the root. */
  readonly files: readonly string[];
  /** Files at a time. */
  readonly concurrency: number;
  /** Whether what the tests write is of interest when they pass too; not without it. */
  readonly reports?: boolean;
  readonly signal: AbortSignal;
}

interface FileState {
  passed: number;
  failed: number;
  skipped: number;
  output: string;
}

/**
 * Runs test files with node:test, a process each, and prints a line a file and every failure whole. A file that ran no
 * test has failed, and so has one that ended badly after its tests.
 */
export async function runTestFiles(root: string, options: TestRun): Promise<Tally> {
  const states = new Map<string, FileState>();
  // Some events name a file from the root, some in full.
  const stateOf = (name: string) => {
    const file = relative(root, resolve(root, name));
    const state = states.get(file) ?? { passed: 0, failed: 0, skipped: 0, output: "" };
    states.set(file, state);
    return state;
  };
  const events = run({
    cwd: root,
    globPatterns: [...options.files],
    concurrency: options.concurrency,
    signal: options.signal,
  });
  for await (const { type, data } of events) {
    if (type === "test:stdout" || type === "test:stderr") stateOf(data.file).output += data.message;
    if (type === "test:diagnostic" && data.file !== undefined) {
      stateOf(data.file).output += `${data.message}\n`;
    }
    if (type !== "test:complete" || data.file === undefined) continue;
    const state = stateOf(data.file);
    if (data.nesting === 0 && resolve(root, data.name) === data.file) {
      endFile(relative(root, data.file), state, data.details);
    } else {
      countTest(state, data);
    }
  }
  // Only now: what a process wrote arrives after the news that it has ended.
  for (const [file, { failed, output }] of states) {
    if ((failed > 0 || options.reports) && output !== "") {
      console.log(`  output of ${file}\n${indent(output.trimEnd())}`);
    }
  }
  return sum([...states.values()]);
}

/** Adds tallies up. */
export function sum(tallies: readonly Tally[]): Tally {
  const total = (key: keyof Tally) => tallies.reduce((count, tally) => count + tally[key], 0);
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
}

interface Completed {
  readonly name: string;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: Details;
}

interface Details {
  readonly passed: boolean;
  readonly duration_ms: number;
  readonly type?: string | undefined;
  readonly error?: Error & { failureType?: string };
}

function countTest(state: FileState, test: Completed): void {
  const { passed, type, error } = test.details;
  if (passed && type === "suite") return;
  if (test.skip !== undefined || test.todo !== undefined) {
    state.skipped += 1;
    console.log(`  - skipped: ${test.name} (${test.skip || test.todo})`);
  } else if (passed) {
    state.passed += 1;
  } else if (error?.failureType !== "subtestsFailed") {
    state.failed += 1;
    console.log(`  ✖ ${test.name}\n${indent(describeError(error))}`);
  }
}

function endFile(name: string, state: FileState, details: Details): void {
  const ran = state.passed + state.failed + state.skipped;
  const problem = ran === 0 ? "ran no test" : "ended badly after its tests";
  if (ran === 0 || (!details.passed && state.failed === 0)) {
    state.failed += 1;
    console.log(`  ✖ ${name} ${problem}\n${indent(describeError(details.error))}`);
  }
  const seconds = (details.duration_ms / 1000).toFixed(1);
  console.log(`  ${state.failed === 0 ? "✔" : "✖"} ${name}  ${ran} tests, ${seconds} s`);
}

function describeError(error: Error | undefined): string {
  if (error === undefined) return "";
  const cause = error.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause, { depth: 4 });
}

function indent(text: string): string {
  return text.replace(/^/gm, "      ");
}
