import { randomUUID } from "node:crypto";
import { CatalogError } from "../catalog/catalog.ts";
import type { SourceId } from "../config/chartroom-config.ts";
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

/** The wish for a reading of a whole source. */
export function wholeReading(source: SourceId, acceptEmpty = false): Wish {
  const wish = { source, repository: null, kind: "read", tag: null, digest: null } as const;
  return acceptEmpty ? { ...wish, acceptEmpty } : wish;
}

/** Writes down what is to be read, for the indexer to find; resolves when the engine has it, throws `CatalogError`. */
export async function postWishes(engine: SearchMailbox, wishes: readonly Wish[], now: Date): Promise<void> {
  await posting(() => engine.enqueue(WISHES, documentsOf(wishes, now)));
}

/** Writes down one wish; resolves when it can be seen, so that it is gone only when it was fulfilled. Throws `CatalogError`. */
export async function postWish(engine: SearchWriter, wish: Wish, now: Date): Promise<void> {
  await posting(() => engine.put(WISHES, documentsOf([wish], now)));
}

/** The sources of which somebody wants a reading that has not come to its end yet. */
export async function readAskedSources(
  engine: SearchReader,
  sources: Iterable<SourceId>,
): Promise<ReadonlySet<SourceId>> {
  const ids = [...sources].flatMap((source) =>
    [false, true].map((acceptEmpty) => wishDocumentId(wholeReading(source, acceptEmpty))),
  );
  const asked = new Set<SourceId>();
  for await (const wish of engine.fetch(WISHES, { filter: isOneOf("id", ids), fields: ["source"] })) {
    asked.add((wish as WishDocument).source);
  }
  return asked;
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

function documentsOf(wishes: readonly Wish[], now: Date): readonly WishDocument[] {
  const documents = wishes.map((wish) => ({
    ...wish,
    id: wishDocumentId(wish),
    nonce: randomUUID(),
    at: now.toISOString(),
  }));
  return [...new Map(documents.map((document) => [document.id, document])).values()];
}

async function posting(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof SearchEngineError) throw new CatalogError(error.message, { cause: error });
    throw error;
  }
}
