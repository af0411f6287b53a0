import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "#bin/ports.ts";

const ROOT = join(import.meta.dirname, "../..");
const STOP_MS = 20_000;

/** The whole product, as `npm start` runs it. */
export interface Product extends AsyncDisposable {
  readonly url: string;
  /** What it has written so far, both streams. */
  output(): string;
  /** Ctrl-C. Fails if it does not end in time. */
  stop(): Promise<void>;
}

/** How it is started. */
export interface ProductOptions {
  /** As after `npm start --`. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A first start on a clean clone builds the app. */
  readonly readyMs?: number;
}

/** Starts the product and waits until it answers; `untilRead` waits for its index. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), "chartroom-e2e-"));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["bin/chartroom.ts", ...options.args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    // A test asks more often than anybody else.
    env: {
      ...process.env,
      CHARTROOM_RATE_LIMIT: "0",
      HOST: "127.0.0.1",
      PORT: String(port),
      CHARTROOM_DATA: data,
      ...options.env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const stop = async () => {
    await end(child);
    await rm(data, { recursive: true, force: true });
  };
  try {
    await waitFor("an answer of /readyz", options.readyMs ?? 60_000, async () => {
      if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
      return (await fetch(`${url}/readyz`).catch(() => null))?.ok === true;
    });
  } catch (error) {
    await stop();
    throw new Error(`${error}\n${output}`);
  }
  return { url, output: () => output, stop, [Symbol.asyncDispose]: stop };
}

/** A source as `/api/v1/sources` tells of it. */
export interface SourceAnswer {
  readonly id: string;
  readonly status: string;
  readonly lastRead: string | null;
  readonly charts: number;
  readonly releases: number;
  readonly failed: number;
}

/** The state of every source. */
export async function readSources(url: string): Promise<readonly SourceAnswer[]> {
  const answer = await fetch(`${url}/api/v1/sources`);
  return ((await answer.json()) as { sources: readonly SourceAnswer[] }).sources;
}

/** Waits until every source was read whole. */
export async function untilRead(url: string, ms = 120_000): Promise<void> {
  await waitFor("every source to be current", ms, async () => {
    const sources = await readSources(url);
    return (
      sources.length > 0 && sources.every(({ status, lastRead }) => status === "current" && lastRead !== null)
    );
  });
}

/** Asks until the answer is yes; a condition that throws is not asked again. */
export async function waitFor(what: string, ms: number, condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await pause(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  const [, signal] = await ended;
  clearTimeout(late);
  if (signal === "SIGKILL") throw new Error(`the product did not end within ${STOP_MS} ms of Ctrl-C`);
}
