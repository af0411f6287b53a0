import { ConfigError } from "#lib/config/config-error.ts";
import { StartError } from "./start-error.ts";
import { createStopSignal } from "./stop-signal.ts";

const MIN_NODE = 24;

/**
 * Runs a command to its end; its signal aborts when the process is asked to stop. What a person has to settle is told
 * as a sentence, anything else with its stack.
 */
export async function runEntry(main: (stop: AbortSignal) => Promise<void>): Promise<never> {
  const stop = createStopSignal();
  try {
    if (Number.parseInt(process.versions.node, 10) < MIN_NODE) {
      throw new StartError(`Chartroom needs Node.js ${MIN_NODE} or newer; this is ${process.version}.`);
    }
    await main(stop);
  } catch (error) {
    if (!(stop.aborted && error === stop.reason)) process.exit(report(error));
  }
  process.exit(0);
}

function report(error: unknown): number {
  if (error instanceof StartError) {
    console.error(error.message);
    return error.exitCode;
  }
  if (error instanceof ConfigError) {
    const count = error.problems.length === 1 ? "a problem" : `${error.problems.length} problems`;
    console.error(`Chartroom is not started; its configuration has ${count}:\n\n${error.message}`);
  } else {
    console.error(error);
  }
  return 1;
}
