import { setTimeout as sleep } from "node:timers/promises";
import { cancelled } from "./deadline.ts";
import { RegistryError } from "./errors.ts";
import { isLastingFailure } from "./network-error.ts";

/** How often and how patiently a failed read is tried again. */
export interface RetryPolicy {
  /** Tries in all. */
  readonly attempts: number;
  /** Pause before the second try, ms; it doubles with each further one. */
  readonly baseMs: number;
  /** The longest pause that is waited out, ms. When the registry asks for more, the call fails and says so. */
  readonly maxWaitMs: number;
}

/** Runs reads, again where a failure may pass. */
export interface Retrier {
  run<T>(label: string, read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
}

/** However long a registry asks for, it is asked again after this, ms: no answer may silence a source for good. */
const MAX_PAUSE_MS = 15 * 60_000;

/**
 * The pause a registry asks for with `Retry-After` holds for all reads of this client, so that a hundred workers do
 * not each find out for themselves.
 */
export function createRetrier(policy: RetryPolicy): Retrier {
  let closedUntil = 0;

  async function pause(label: string, ms: number, signal: AbortSignal | undefined): Promise<void> {
    try {
      await sleep(ms, undefined, signal === undefined ? {} : { signal });
    } catch {
      throw cancelled(label, signal);
    }
  }

  return {
    async run(label, read, signal) {
      for (let attempt = 1; ; attempt += 1) {
        const closedMs = closedUntil - Date.now();
        if (closedMs > policy.maxWaitMs) {
          throw new RegistryError("rate-limited", `${label}: not sent, the registry asked for a pause`, {
            status: 429,
            retryAfterMs: closedMs,
          });
        }
        if (closedMs > 0) await pause(label, closedMs + Math.random() * policy.baseMs, signal);
        try {
          return await read();
        } catch (error) {
          if (!(error instanceof RegistryError)) throw error;
          if (error.code === "rate-limited" && error.retryAfterMs !== undefined) {
            closedUntil = Math.max(closedUntil, Date.now() + Math.min(error.retryAfterMs, MAX_PAUSE_MS));
          }
          const asked = error.retryAfterMs ?? 0;
          if (attempt >= policy.attempts || !isWorthRetrying(error) || asked > policy.maxWaitMs) throw error;
          const grown = policy.baseMs * 2 ** (attempt - 1);
          const jittered = grown * (0.5 + Math.random() / 2);
          await pause(label, Math.min(policy.maxWaitMs, asked + jittered), signal);
        }
      }
    },
  };
}

/** A timeout is not: it has taken its time already. */
function isWorthRetrying(error: RegistryError): boolean {
  return (error.code === "unavailable" && !isLastingFailure(error)) || error.code === "rate-limited";
}
