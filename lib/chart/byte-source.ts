import { ChartError } from "./chart-error.ts";

/** A stream of bytes taken by number instead of by chunk. Throws `bad-archive` when it ends too early. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  /** Exactly `length` bytes, copied. */
  async take(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      const part = await this.#part(length - filled);
      bytes.set(part, filled);
      filled += part.length;
    }
    return bytes;
  }

  async skip(length: number): Promise<void> {
    for (let left = length; left > 0; ) left -= (await this.#part(left)).length;
  }

  /** Whether the stream is at its end. */
  async ended(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return true;
      this.#chunk = next.value;
    }
    return false;
  }

  /** Reads to the end, so that a stream which fails there, for its digest is wrong, does fail. */
  async drain(): Promise<void> {
    while (!(await this.ended())) this.#chunk = new Uint8Array();
  }

  /** Gives the stream up. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #part(most: number): Promise<Uint8Array> {
    if (await this.ended()) throw new ChartError("bad-archive", "The archive ends in the middle of a file");
    const part = this.#chunk.subarray(0, most);
    this.#chunk = this.#chunk.subarray(part.length);
    return part;
  }
}
