import { RegistryError } from "../oci/errors.ts";
import type { Digest, RepositoryName, Tag } from "../oci/reference.ts";
import type { ListOptions, RegistryClient } from "../oci/registry-client.ts";
import type { ObservedRepository } from "./plan.ts";

/** Runs a request when its turn has come; one for all repositories of a source. */
export type RequestTurn = <T>(run: () => Promise<T>) => Promise<T>;

/**
 * What is known of a listed tag before the registry is asked: nothing (null), what it points at, that it has to be asked
 * about, or a failure that is not to be repeated yet.
 */
export type Foreknowledge = Digest | RegistryError | "ask" | null;

/** How a repository is looked at. */
export interface ObserveOptions extends ListOptions {
  readonly turn: RequestTurn;
  /** A repository that vanished from under a catalog holds nothing; one that was configured by name is a mistake. */
  readonly absence: "is-empty" | "is-an-error";
}

/**
 * Looks at one repository: lists its tags and asks what those that need it point at now. A tag whose
 * manifest is unknown to the registry counts as gone, for registries go on listing tags of what was deleted.
 */
export async function observeRepository(
  client: RegistryClient,
  repository: RepositoryName,
  foreknow: (tag: Tag) => Foreknowledge,
  options: ObserveOptions,
): Promise<ObservedRepository> {
  const { turn, absence, ...call } = options;
  try {
    const listed = await turn(() => Array.fromAsync(client.tags(repository, call)));
    const tags = new Map<Tag, Digest | null>();
    const unreadable = new Map<Tag, RegistryError>();
    const look = async (tag: Tag) => {
      const known = foreknow(tag);
      if (known instanceof RegistryError) unreadable.set(tag, known);
      else if (known === "ask") await ask(tag);
      else tags.set(tag, known);
    };
    const ask = async (tag: Tag) => {
      try {
        tags.set(tag, (await turn(() => client.resolve(repository, tag, call))).digest);
      } catch (error) {
        if (!(error instanceof RegistryError) || error.code === "cancelled") throw error;
        if (error.code !== "not-found") unreadable.set(tag, error);
      }
    };
    await Promise.all(listed.map(look));
    return { kind: "listed", repository, tags, unreadable };
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code === "cancelled") throw error;
    if (error.code === "not-found" && absence === "is-empty") {
      return { kind: "listed", repository, tags: new Map(), unreadable: new Map() };
    }
    return { kind: "unreadable", repository, error };
  }
}
