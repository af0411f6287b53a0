import { setTimeout as pause } from "node:timers/promises";

/** Wishes for a whole reading of one source; they end the pause between two passes. */
export class ReadingRequests {
  #wanted = new Set<string>();
  #taken: ReadonlySet<string> = new Set();
  #wake = new AbortController();

  /** A wish, by its nonce; one that the pass in hand has taken up is not taken up again. */
  add(nonce: string): void {
    if (this.#taken.has(nonce)) return;
    this.#wanted.add(nonce);
    this.#wake.abort();
  }

  /** The wishes that the pass which now begins fulfils. */
  take(): ReadonlySet<string> {
    this.#taken = this.#wanted;
    this.#wanted = new Set();
    this.#wake = new AbortController();
    return this.#taken;
  }

  /** Resolves after a pause, ms, or as soon as there is a wish; throws when the signal fires. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.#wake.signal]);
    await pause(ms, undefined, { signal: either }).catch(() => signal.throwIfAborted());
  }
}
