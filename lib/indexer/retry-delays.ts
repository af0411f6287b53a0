import { LRUCache } from "lru-cache";
import type { RegistryError } from "../oci/errors.ts";
import type { RepositoryName, Tag } from "../oci/reference.ts";

/** The longest a failed release waits, ms. */
const MAX_DELAY = 24 * 3_600_000;
/** Failures remembered of one source. One that falls out is tried at every pass, which costs requests and loses nothing. */
const MAX_REMEMBERED = 10_000;

interface Failure {
  readonly error: RegistryError;
  readonly times: number;
  readonly notBefore: number;
}

/**
 * Which releases failed, and when each is worth another try: at the next pass, then after 1, 3, 7 … intervals, up to a
 * day. Only the delay is remembered here: a release without a document is new at every pass, so none can be forgotten.
 */
export class RetryDelays {
  readonly #failures = new LRUCache<string, Failure>({ max: MAX_REMEMBERED });
  readonly #intervalMs: number;

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  /** Why it failed last, if it is too early to try again; `due` if it is time; null if it has not failed. `now` in ms since 1970. */
  standing(repository: RepositoryName, tag: Tag, now: number): RegistryError | "due" | null {
    const failure = this.#failures.get(keyOf(repository, tag));
    if (failure === undefined) return null;
    return now < failure.notBefore ? failure.error : "due";
  }

  failed(repository: RepositoryName, tag: Tag, error: RegistryError, now: number): void {
    const key = keyOf(repository, tag);
    const times = (this.#failures.get(key)?.times ?? 0) + 1;
    const delay = Math.min((2 ** (times - 1) - 1) * this.#intervalMs, MAX_DELAY);
    this.#failures.set(key, { error, times, notBefore: now + delay });
  }

  succeeded(repository: RepositoryName, tag: Tag): void {
    this.#failures.delete(keyOf(repository, tag));
  }
}

function keyOf(repository: RepositoryName, tag: Tag): string {
  return `${repository}:${tag}`;
}
