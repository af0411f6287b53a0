/** Changes on their way into the index, so that a registry faster than the engine does not pile them up. */
export class PendingChanges {
  #count = 0;
  #failure: { readonly error: unknown } | null = null;
  #waiting: (() => void)[] = [];

  add(change: Promise<void>): void {
    this.#count += 1;
    const settle = () => {
      this.#count -= 1;
      for (const wake of this.#waiting.splice(0)) wake();
    };
    change.then(settle, (error: unknown) => {
      this.#failure ??= { error };
      settle();
    });
  }

  /** Resolves when at most so many are on their way; throws what the first of those said that failed, or the signal's reason. */
  async atMost(count: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    while (this.#count > count) {
      const { promise: changed, resolve: wake } = Promise.withResolvers<void>();
      const onAbort = () => wake();
      this.#waiting.push(wake);
      signal.addEventListener("abort", onAbort);
      await changed;
      signal.removeEventListener("abort", onAbort);
      signal.throwIfAborted();
    }
    if (this.#failure !== null) throw this.#failure.error;
  }
}
