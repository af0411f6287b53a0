import { setTimeout as pause } from "node:timers/promises";
import { StartError } from "./start-error.ts";

const PAUSE_MS = 100;
const REQUEST_TIMEOUT_MS = 5_000;

/** Resolves when the address answers with success; a `StartError` after `limitMs`, the signal's reason when it aborts. */
export async function waitUntilAnswers(url: string, limitMs: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await answers(url, signal))) {
    if (Date.now() > deadline)
      throw new StartError(
        `${url} does not answer after ${limitMs / 1000} s. The log says more, and LOG_LEVEL=debug most.`,
      );
    await pause(PAUSE_MS, undefined, { signal });
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
