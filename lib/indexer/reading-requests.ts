import { setTimeout as pause } from "node:timers/promises";
import type { WishDocument } from "../search/document.ts";

/** What a pass was asked for. */
export interface ReadingRequest {
  /** Of the wishes it fulfils. */
  readonly nonces: ReadonlySet<string>;
  /** Whether a listing without any repository is to be believed, this once. */
  readonly acceptEmpty: boolean;
}

const NOTHING: ReadingRequest = { nonces: new Set(), acceptEmpty: false };

/** Wishes for a whole reading of one source; they end the pause between two passes. */
export class ReadingRequests {
  #wanted = NOTHING;
  #taken = NOTHING;
  #wake = new AbortController();

  /** A wish, by its nonce; one that the pass in hand has taken up is not taken up again. */
  add({ nonce, acceptEmpty = false }: Pick<WishDocument, "nonce" | "acceptEmpty">): void {
    if (this.#taken.nonces.has(nonce)) return;
    this.#wanted = {
      nonces: new Set([...this.#wanted.nonces, nonce]),
      acceptEmpty: this.#wanted.acceptEmpty || acceptEmpty,
    };
    this.#wake.abort();
  }

  /** The wishes that the pass which now begins fulfils. */
  take(): ReadingRequest {
    this.#taken = this.#wanted;
    this.#wanted = NOTHING;
    this.#wake = new AbortController();
    return this.#taken;
  }

  /** Resolves after a pause, ms, or as soon as there is a wish; throws when the signal fires. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.#wake.signal]);
    await pause(ms, undefined, { signal: either }).catch(() => signal.throwIfAborted());
  }
}
