import { RegistryError } from "./errors.ts";

/** Ends one exchange when the caller says so or its time is up. */
export interface Deadline {
  /** Aborted with a `RegistryError`. */
  readonly signal: AbortSignal;
  /** Starts the time, or starts it over. */
  allow(ms: number): void;
  /** The exchange is over: holds nothing any more. */
  end(): void;
}

/**
 * A deadline for the request named `label`. Not AbortSignal.any with AbortSignal.timeout: those live until they fire,
 * thousands at a time, while this one is gone with its exchange.
 */
export function createDeadline(label: string, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const cancel = () => controller.abort(cancelled(label, caller));
  if (caller?.aborted) cancel();
  else caller?.addEventListener("abort", cancel, { once: true });
  return {
    signal: controller.signal,
    allow(ms) {
      clearTimeout(timer);
      const late = () =>
        controller.abort(new RegistryError("timeout", `${label}: not finished after ${Math.round(ms)} ms`));
      timer = setTimeout(late, ms);
    },
    end() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", cancel);
    },
  };
}

/** What a call answers whose caller gave up. */
export function cancelled(label: string, caller: AbortSignal | undefined): RegistryError {
  return new RegistryError("cancelled", `${label}: cancelled`, { cause: caller?.reason });
}
