import type { RepositoryName } from "../oci/reference.ts";

/** Lets one at a time work on a repository: a pass and a wish that wrote the same documents would undo each other. */
export class RepositoryTurns {
  readonly #last = new Map<RepositoryName, Promise<void>>();

  /** Waits for the turn; what it resolves to gives the turn on, and is to be called once all is written. */
  async take(repository: RepositoryName): Promise<() => void> {
    const before = this.#last.get(repository);
    const { promise, resolve } = Promise.withResolvers<void>();
    const mine = promise.then(() => {
      if (this.#last.get(repository) === mine) this.#last.delete(repository);
    });
    this.#last.set(repository, mine);
    await before;
    return resolve;
  }
}
