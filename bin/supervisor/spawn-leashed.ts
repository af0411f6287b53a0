import { type ChildProcess, execFileSync, type StdioOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Environment } from "#lib/config/environment.ts";

/** What makes sure that a child does not outlive this process, even one that is killed with SIGKILL. */
export type Leash = "kernel" | "wrapper";

export interface SpawnOptions {
  readonly env: Environment;
  readonly cwd?: string;
  readonly output: "inherit" | "pipe";
}

const WRAPPER = fileURLToPath(import.meta.resolve("./leash.ts"));

/**
 * Linux ends a child with its parent when it is asked to (prctl(2), PR_SET_PDEATHSIG), at no cost and whatever the child is;
 * elsewhere a wrapper process watches a pipe.
 */
export function availableLeash(): Leash {
  try {
    execFileSync("setpriv", ["--pdeathsig", "KILL", "true"], { stdio: "ignore" });
    return "kernel";
  } catch {
    return "wrapper";
  }
}

/**
 * Starts a command that ends with this process. It gets a process group of its own, so that Ctrl-C reaches this
 * process alone, which then ends its children in order.
 */
export function spawnLeashed(command: readonly string[], leash: Leash, options: SpawnOptions): ChildProcess {
  const [program = "", ...args] =
    leash === "kernel"
      ? ["setpriv", "--pdeathsig", "KILL", "--", ...command]
      : [process.execPath, WRAPPER, ...command];
  const stdio: StdioOptions = [leash === "kernel" ? "ignore" : "pipe", options.output, options.output];
  return spawn(program, args, {
    env: { ...options.env, NODE_ENV: "production" },
    cwd: options.cwd,
    stdio,
    detached: true,
  });
}

/** Sends a signal to a child and everything it started; does nothing if all have ended. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
