import type { SourceId } from "../config/chartroom-config.ts";
import { wishDocumentId } from "./document.ts";
import { type Wish, wholeReading } from "./wishes.ts";

/** Things of one source that may be wished for one by one within a period; who wishes for more has the source read whole. */
const MAX_DISTINCT = 1_000;
/** As long as a wish may stand that never comes true, ms. */
const PERIOD = 3_600_000;

/**
 * Keeps the index of wishes small, whatever a registry sends. Attack: notifications of a million tags that do not exist
 * would each stand for an hour and be read four times a second.
 */
export class WishLimit {
  readonly #seen = new Map<SourceId, Map<string, number>>();

  /** The wishes that are to be written, for those that were made; `now` in ms since 1970. What was wished for lately is free. */
  admit(wishes: readonly Wish[], now: number): readonly Wish[] {
    const admitted = new Map<string, Wish>();
    for (const wish of wishes) {
      const kept = this.#isNear(wish, now) ? wish : wholeReading(wish.source);
      admitted.set(wishDocumentId(kept), kept);
    }
    return [...admitted.values()];
  }

  #isNear(wish: Wish, now: number): boolean {
    const seen = this.#seen.get(wish.source) ?? new Map<string, number>();
    this.#seen.set(wish.source, seen);
    for (const [id, at] of seen) {
      if (now - at < PERIOD) break;
      seen.delete(id);
    }
    const id = wishDocumentId(wish);
    if (!seen.has(id) && seen.size >= MAX_DISTINCT) return false;
    // The map is in the order of the times.
    seen.delete(id);
    seen.set(id, now);
    return true;
  }
}
