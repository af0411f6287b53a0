import { RequestFailure, requestJson } from "#components/ui/request-failure.ts";

/** An answer that takes longer is not waited for, ms. */
const LIMIT = 30_000;

/** What is asked of the indexer. */
export interface ReadingWish {
  readonly source: string;
  /** Whether the registry is to be believed when it lists nothing. */
  readonly acceptEmpty: boolean;
}

/** Asks for a reading with the administrator's token; resolves when the wish is noted, throws `RequestFailure`. */
export async function askReading({ source, acceptEmpty }: ReadingWish, token: string): Promise<void> {
  // No header can hold it, so no server was given it.
  if (!/^[\x20-\x7e]+$/.test(token)) throw new RequestFailure("Not authorized", "It is another token.", 401);
  const signal = AbortSignal.timeout(LIMIT);
  try {
    await requestJson(`/api/v1/sources/${source}/sync`, signal, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: acceptEmpty ? JSON.stringify({ acceptEmpty }) : null,
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new RequestFailure("The server does not answer", "Try again in a moment.", null, { cause: error });
  }
}
