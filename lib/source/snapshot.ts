/** Something that is read whole and asked in parts. */
export interface Snapshot<T> {
  /** As it is now. */
  fresh(signal?: AbortSignal): Promise<T>;
  /** As it was at most a minute ago. */
  recent(signal?: AbortSignal): Promise<T>;
  /** As it was read last. */
  held(signal?: AbortSignal): Promise<T>;
}

const RECENT_MS = 60_000;

/**
 * Keeps what `load` gave last; `load` is told of it, so that it may give the same again. Who asks while it is being read
 * shares that reading, and its end if it is cancelled. A reading that fails leaves the last one in place.
 */
export function createSnapshot<T>(
  load: (last: T | null, signal: AbortSignal | undefined) => Promise<T>,
): Snapshot<T> {
  let last: { readonly value: T; readonly at: number } | null = null;
  let loading: Promise<T> | null = null;

  async function read(signal: AbortSignal | undefined): Promise<T> {
    const value = await load(last?.value ?? null, signal);
    last = { value, at: performance.now() };
    return value;
  }

  function fresh(signal?: AbortSignal): Promise<T> {
    loading ??= read(signal).finally(() => {
      loading = null;
    });
    return loading;
  }

  return {
    fresh,
    recent: async (signal) =>
      last !== null && performance.now() - last.at < RECENT_MS ? last.value : fresh(signal),
    held: async (signal) => last?.value ?? fresh(signal),
  };
}
