import type { Digest, Tag } from "../oci/reference.ts";
import type { WishDocument } from "../search/document.ts";

/** Distribution tells of a push before it writes the tag, so the first try may come too early. ms; doubles. */
const FIRST_DELAY = 200;
const LONGEST_DELAY = 10 * 60_000;
/** An event that has not come true by then never will: the pace of re-checks sees to the rest. ms. */
const MAX_AGE = 3_600_000;

/** Whether a repository, as it was just read, is what the event said; null is one that could not be read. */
export function isFulfilled(
  wish: Pick<WishDocument, "kind" | "tag" | "digest">,
  read: ReadonlyMap<Tag, Digest> | null,
): boolean {
  if (read === null) return false;
  if (wish.kind !== "push" || wish.tag === null) return true;
  const digest = read.get(wish.tag);
  return digest !== undefined && (wish.digest === null || wish.digest === digest);
}

/** When each wish is worth a try; times in ms since 1970, of this machine's clock alone. */
export class WishPatience {
  readonly #tries = new Map<
    string,
    { readonly seen: number; readonly times: number; readonly notBefore: number }
  >();

  /** Forgets what is not asked for any more. */
  keep(nonces: ReadonlySet<string>): void {
    for (const nonce of this.#tries.keys()) if (!nonces.has(nonce)) this.#tries.delete(nonce);
  }

  isDue(nonce: string, now: number): boolean {
    return now >= (this.#tries.get(nonce)?.notBefore ?? now);
  }

  /** Notes a try in vain; false if it was the last. */
  tryAgain(nonce: string, now: number): boolean {
    const { seen, times } = this.#tries.get(nonce) ?? { seen: now, times: 0 };
    const delay = Math.min(FIRST_DELAY * 2 ** times, LONGEST_DELAY);
    this.#tries.set(nonce, { seen, times: times + 1, notBefore: now + delay });
    return now + delay - seen <= MAX_AGE;
  }
}
