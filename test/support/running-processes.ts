import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

const LIMIT_MS = 10_000;
const PAUSE_MS = 20;

/** Resolves once the condition holds; fails after ten seconds, saying what was waited for. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += PAUSE_MS) {
    assert.ok(waited < LIMIT_MS, `waited too long until ${what}`);
    await pause(PAUSE_MS);
  }
}

/** Whether a process of this id exists; fails for what is no process id. */
export function isAlive(pid: number | undefined): boolean {
  assert.ok(pid !== undefined && pid > 0, "no process id");
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Resolves once all are gone: an orphan that was killed keeps its id until process 1 has taken note of it. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  await until("they are gone", () => pids.every((pid) => !isAlive(pid)));
}
