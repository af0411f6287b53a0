import { hash, randomBytes } from "node:crypto";

/** Slots at first; a power of two, so that a mask finds the slot. */
const FIRST_SLOTS = 64;
/**
 * Another one in each process. Attack: two names of equal hash are found within a minute; a registry that has had the one
 * would hide the other, or never be rid of it, and names of equal ends would make each search for a slot long.
 */
const KEY = randomBytes(16).toString("latin1");

/**
 * Texts that were met, at 16 to 32 bytes each however long they are: what is kept is 64 bits of a keyed SHA-256,
 * outside the heap. Of a million texts two are taken for one with a probability of 3 in 100 million.
 */
export class TextSet {
  /** Open addressing; 0n is a free slot. */
  #slots = new BigUint64Array(FIRST_SLOTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Whether the text is new. */
  add(text: string): boolean {
    const key = keyOf(text);
    const slot = find(this.#slots, key);
    if (this.#slots[slot] === key) return false;
    this.#slots[slot] = key;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  has(text: string): boolean {
    const key = keyOf(text);
    return this.#slots[find(this.#slots, key)] === key;
  }

  #grow(): void {
    const slots = new BigUint64Array(this.#slots.length * 2);
    for (const key of this.#slots) if (key !== 0n) slots[find(slots, key)] = key;
    this.#slots = slots;
  }
}

/** The slot that holds the key, or the free one where it belongs; half of the slots are free. */
function find(slots: BigUint64Array, key: bigint): number {
  const mask = slots.length - 1;
  let slot = Number(key & BigInt(mask));
  while (slots[slot] !== 0n && slots[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

function keyOf(text: string): bigint {
  return hash("sha256", KEY + text, "buffer").readBigUInt64LE() || 1n;
}
