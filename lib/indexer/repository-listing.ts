import { Readable } from "node:stream";
import { RegistryError } from "../oci/errors.ts";
import type { RepositoryName } from "../oci/reference.ts";
import { listRepositories } from "../source/registry-source.ts";
import type { Source } from "../source/source.ts";
import { TextSet } from "../support/text-set.ts";
import type { SyncTally } from "./sync-report.ts";

/** Names that are listed before they are read: most sources are listed to the end at once, and none fills the memory. */
const READ_AHEAD = 10_000;

/** One listing of a source's repositories, read while it is going on. */
export class RepositoryListing {
  /** What was named so far. */
  readonly named = new TextSet();
  /** `broken` if it did not come to its end: then it says nothing of what it has not named. */
  state: "going-on" | "complete" | "broken" = "going-on";
  readonly #source: Source;
  readonly #tally: SyncTally;

  constructor(source: Source, tally: SyncTally) {
    this.#source = source;
    this.#tally = tally;
  }

  /**
   * The names, each once. Several may take from it together; once one of them breaks off, all are done. A listing that
   * breaks off is in the tally and ends the names; `onEnd` tells that no more will be added.
   */
  names(signal: AbortSignal, onEnd: () => void): AsyncIterableIterator<RepositoryName> {
    return Readable.from(this.#list(signal, onEnd), { highWaterMark: READ_AHEAD }).iterator();
  }

  async *#list(signal: AbortSignal, onEnd: () => void): AsyncGenerator<RepositoryName> {
    try {
      const onUnreadable = (entry: string) => this.#tally.addUnnamable(entry);
      for await (const name of listRepositories(this.#source, { signal, onUnreadable })) {
        if (this.named.add(name)) yield name;
      }
      this.state = "complete";
    } catch (error) {
      if (!(error instanceof RegistryError) || error.code === "cancelled") throw error;
      this.#tally.addUnreadable(error, null);
      this.state = "broken";
    }
    onEnd();
  }
}
