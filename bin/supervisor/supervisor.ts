import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Environment } from "#lib/config/environment.ts";
import type { Log } from "#lib/support/log.ts";
import { forwardOutput, type LineLevel } from "./part-output.ts";
import { type Death, planRestart } from "./restart-plan.ts";
import { type Leash, signalGroup, spawnLeashed } from "./spawn-leashed.ts";

const REMEMBERED_DEATHS = 20;

/** A process that is kept running. */
export interface Part {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Environment;
  readonly cwd?: string;
  /** `inherit`: writes to our own output; otherwise each line becomes an event of the log. */
  readonly output: "inherit" | LineLevel;
}

export interface SupervisorOptions {
  /** The log of a part, or of the supervisor itself. */
  readonly logOf: (name: string) => Log;
  readonly leash: Leash;
  /** Called once, with a part that does not stay up. */
  readonly onGiveUp: (part: Part) => void;
  /** How long a part may take to end before it is killed, ms. */
  readonly graceMs?: number;
}

/** Keeps parts running until it is stopped. */
export interface Supervisor {
  start(part: Part): void;
  /** Ends all parts, the last started first, and resolves when every one is gone. */
  stop(): Promise<void>;
}

interface Run {
  readonly part: Part;
  deaths: readonly Death[];
  child: ChildProcess | null;
  restart: NodeJS.Timeout | null;
}

/** A supervisor without parts. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { logOf, leash, onGiveUp, graceMs = 8_000 } = options;
  const log = logOf("chartroom");
  const runs: Run[] = [];
  let stopping = false;

  function launch(run: Run): void {
    const { name, command, env, cwd, output } = run.part;
    const child = spawnLeashed(command, leash, {
      env,
      ...(cwd === undefined ? {} : { cwd }),
      output: output === "inherit" ? "inherit" : "pipe",
    });
    run.child = child;
    if (output !== "inherit") forwardOutput(child, logOf(name), output);
    child.once("error", (error) => onEnd(run, error.message));
    child.once("exit", (code, signal) => onEnd(run, signal ?? `exit code ${code}`));
  }

  function onEnd(run: Run, reason: string): void {
    if (run.child) signalGroup(run.child, "SIGKILL");
    run.child = null;
    if (stopping) return;
    run.deaths = [...run.deaths.slice(-REMEMBERED_DEATHS), { at: Date.now(), killed: reason === "SIGKILL" }];
    const plan = planRestart(run.deaths);
    const { name } = run.part;
    if (plan.kind === "give-up") {
      log.error({ part: name, reason }, `${name} keeps dying: ending`);
      onGiveUp(run.part);
      return;
    }
    log.warn({ part: name, reason, delay_ms: plan.delayMs }, `${name} died: starting it again`);
    run.restart = setTimeout(() => launch(run), plan.delayMs);
  }

  async function end(run: Run): Promise<void> {
    if (run.restart !== null) clearTimeout(run.restart);
    const { child } = run;
    if (child === null) return;
    const gone = once(child, "exit");
    const impatience = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
    child.kill("SIGTERM");
    await gone;
    clearTimeout(impatience);
  }

  return {
    start(part) {
      const run: Run = { part, deaths: [], child: null, restart: null };
      runs.push(run);
      launch(run);
    },
    async stop() {
      stopping = true;
      for (const run of runs.toReversed()) await end(run);
    },
  };
}
