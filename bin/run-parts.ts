import { once } from "node:events";
import type { ChartroomConfig } from "#lib/config/chartroom-config.ts";
import { createLog } from "#lib/support/log.ts";
import { StartError } from "./start-error.ts";
import { availableLeash } from "./supervisor/spawn-leashed.ts";
import { createSupervisor, type Supervisor } from "./supervisor/supervisor.ts";

/**
 * Runs parts until `stop` aborts, and ends them all before it returns or throws. `start` starts them; its signal aborts
 * when there is no point in going on. Throws a `StartError` when a part does not stay up.
 */
export async function runParts(
  level: ChartroomConfig["logLevel"],
  stop: AbortSignal,
  start: (supervisor: Supervisor, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([stop, failed.signal]);
  const supervisor = createSupervisor({
    logOf: (name) => createLog({ level, name }),
    leash: availableLeash(),
    onGiveUp: (part) =>
      failed.abort(new StartError(`Chartroom ends: ${part.name} died five times within a minute.`)),
  });
  try {
    await start(supervisor, signal);
    if (!signal.aborted) await once(signal, "abort");
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await supervisor.stop();
  }
  failed.signal.throwIfAborted();
}
