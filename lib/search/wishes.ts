import { randomUUID } from "node:crypto";
import { CatalogError } from "../catalog/catalog.ts";
import { type WishDocument, wishDocumentId } from "./document.ts";
import { isOneOf } from "./filter.ts";
import {
  SearchEngineError,
  type SearchMailbox,
  type SearchReader,
  type SearchWriter,
} from "./search-engine.ts";
import { WISHES } from "./settings.ts";

/** What somebody wants to be read, before it is written down. */
export type Wish = Omit<WishDocument, "id" | "nonce" | "at">;

/** Writes down what is to be read, for the indexer to find; resolves when the engine has it, throws `CatalogError`. */
export async function postWishes(engine: SearchMailbox, wishes: readonly Wish[], now: Date): Promise<void> {
  const documents = wishes.map((wish) => ({
    ...wish,
    id: wishDocumentId(wish),
    nonce: randomUUID(),
    at: now.toISOString(),
  }));
  try {
    await engine.enqueue(WISHES, documents);
  } catch (error) {
    if (error instanceof SearchEngineError) throw new CatalogError(error.message, { cause: error });
    throw error;
  }
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
