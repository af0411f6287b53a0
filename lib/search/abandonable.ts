import { SearchEngineError, type SearchReader } from "./search-engine.ts";

/** A reader for somebody who may go: then nothing more is asked, and what is being asked is given up. */
export function abandonable(reader: SearchReader, signal: AbortSignal): SearchReader {
  const stay = () => {
    if (signal.aborted)
      throw new SearchEngineError("Nobody waits for the answer any more.", true, "abandoned");
  };
  return {
    search: async (queries) => {
      stay();
      return reader.search(queries, signal);
    },
    async *fetch(index, options) {
      stay();
      yield* reader.fetch(index, options);
    },
    get: async (index, id, fields) => {
      stay();
      return reader.get(index, id, fields);
    },
    health: () => reader.health(),
  };
}
