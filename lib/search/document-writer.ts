import type { EngineDocument, SearchWriter } from "./search-engine.ts";

/** Documents that are sent in one request, and their characters: the engine refuses requests of 100 MB. */
const BATCH = 1_000;
const BATCH_CHARACTERS = 16_000_000;
/** So many documents wait for no more company. */
const ENOUGH = 250;
/** How long fewer wait, ms, unless said otherwise. */
const MAX_WAIT = 1_000;

interface Change {
  readonly put: EngineDocument | null;
  readonly id: string;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/**
 * Gathers changes of many repositories into few requests, since the engine's cost is by request. Each call resolves
 * when its own change is searchable. Changes to one document keep their order.
 */
export interface DocumentWriter {
  put(index: string, document: EngineDocument): Promise<void>;
  remove(index: string, id: string): Promise<void>;
  /** Few more changes come: from now on none waits for company. */
  hurry(): void;
}

/** A writer over an engine, `maxWait` in ms; what is enqueued when the process dies is simply written again by the next reading. */
export function createDocumentWriter(engine: SearchWriter, maxWait: number = MAX_WAIT): DocumentWriter {
  const queues = new Map<string, Queue>();
  const queueOf = (index: string) => {
    const queue = queues.get(index) ?? new Queue(engine, index, maxWait);
    queues.set(index, queue);
    return queue;
  };
  return {
    put: (index, document) => queueOf(index).add(document.id, document),
    remove: (index, id) => queueOf(index).add(id, null),
    hurry: () => {
      for (const queue of queues.values()) queue.hurry();
    },
  };
}

class Queue {
  readonly #engine: SearchWriter;
  readonly #index: string;
  #maxWait: number;
  #waiting: Change[] = [];
  #timer: NodeJS.Timeout | null = null;
  #sending = false;

  constructor(engine: SearchWriter, index: string, maxWait: number) {
    this.#engine = engine;
    this.#index = index;
    this.#maxWait = maxWait;
  }

  add(id: string, put: EngineDocument | null): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ id, put, done, failed });
      this.#schedule();
    });
  }

  hurry(): void {
    this.#maxWait = 0;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#schedule();
  }

  /** One request at a time: what comes while it is under way travels together in the next. */
  #schedule(): void {
    if (this.#sending || this.#waiting.length === 0) return;
    if (this.#timer !== null) {
      if (this.#waiting.length !== ENOUGH) return;
      clearTimeout(this.#timer);
    }
    const wait = this.#waiting.length < ENOUGH ? this.#maxWait : 0;
    this.#timer = setTimeout(async () => {
      this.#timer = null;
      this.#sending = true;
      await this.#send(this.#waiting.splice(0, countWithin(this.#waiting)));
      this.#sending = false;
      this.#schedule();
    }, wait);
  }

  async #send(batch: readonly Change[]): Promise<void> {
    const last = new Map(batch.map((change) => [change.id, change]));
    const puts = [...last.values()].flatMap(({ put }) => (put === null ? [] : [put]));
    const removals = [...last.values()].filter(({ put }) => put === null).map(({ id }) => id);
    try {
      await Promise.all([this.#engine.put(this.#index, puts), this.#engine.remove(this.#index, removals)]);
      for (const change of batch) change.done();
    } catch (error) {
      for (const change of batch) change.failed(error);
    }
  }
}

/** How many of the first changes fit into one request; one at least. */
function countWithin(changes: readonly Change[]): number {
  let characters = 0;
  const full = changes.slice(0, BATCH).findIndex(({ put }) => {
    characters += JSON.stringify(put).length;
    return characters > BATCH_CHARACTERS;
  });
  return full === -1 ? BATCH : Math.max(1, full);
}
