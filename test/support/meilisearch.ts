import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareMeilisearch } from "#bin/embedded-meilisearch.ts";
import { waitUntilAnswers } from "#bin/wait-until-answers.ts";

const READY_MS = 30_000;

/** The engine the product embeds, under a test's control. */
export interface TestMeilisearch {
  readonly url: string;
  readonly key: string;
  /** The process, while it runs. */
  pid(): number | undefined;
  /** Starts it, or starts it again: same folder, same address. */
  start(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Ends it, and removes its folder unless one was given. */
  stop(): Promise<void>;
}

/** Starts the embedded Meilisearch in a temporary folder, or in one that is kept. */
export async function startMeilisearch(kept: string | null = null): Promise<TestMeilisearch> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "meilisearch-")));
  const { part, url, key } = await prepareMeilisearch(folder, process.env);
  const [program = "", ...args] = part.command;
  let child: ChildProcess | null = null;

  const endWithUs = () => child?.kill("SIGKILL");
  process.on("exit", endWithUs);

  const start = async () => {
    child = spawn(program, args, { env: part.env as NodeJS.ProcessEnv, cwd: folder, stdio: "ignore" });
    await waitUntilAnswers(`${url}/health`, READY_MS, AbortSignal.timeout(READY_MS));
  };
  const kill = async () => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  const stop = async () => {
    process.off("exit", endWithUs);
    await kill();
    if (kept === null) await rm(folder, { recursive: true, force: true });
  };
  await start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, key, pid: () => child?.pid, start, kill, stop };
}
