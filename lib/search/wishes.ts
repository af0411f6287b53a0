import { randomUUID } from "node:crypto";
import { type WishDocument, wishDocumentId } from "./document.ts";
import { isOneOf } from "./filter.ts";
import type { SearchMailbox, SearchReader, SearchWriter } from "./search-engine.ts";
import { WISHES } from "./settings.ts";

/** What somebody wants to be read, before it is written down. */
export type Wish = Omit<WishDocument, "id" | "nonce" | "at">;

/** Writes down what is to be read, for the indexer to find; resolves when the engine has it. */
export async function postWishes(engine: SearchMailbox, wishes: readonly Wish[], now: Date): Promise<void> {
  const documents = wishes.map((wish) => ({
    ...wish,
    id: wishDocumentId(wish),
    nonce: randomUUID(),
    at: now.toISOString(),
  }));
  await engine.enqueue(WISHES, documents);
}

/** All wishes that stand. */
export async function readWishes(engine: SearchReader): Promise<readonly WishDocument[]> {
  const wishes = await Array.fromAsync(engine.fetch(WISHES, { filter: "" }));
  return wishes as WishDocument[];
}

/** Removes wishes that were fulfilled; one that was made anew meanwhile has another nonce and stays. */
export async function dropWishes(engine: SearchWriter, nonces: Iterable<string>): Promise<void> {
  const list = [...nonces];
  if (list.length > 0) await engine.removeMatching(WISHES, isOneOf("nonce", list));
}
