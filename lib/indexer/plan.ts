import type { RegistryError } from "../oci/errors.ts";
import type { Digest, RepositoryName, Tag } from "../oci/reference.ts";
import { READER_VERSION, type ReleaseDocument } from "../search/document.ts";

/** What is indexed of one tag, as far as a decision needs it. */
export type IndexedRelease = Pick<ReleaseDocument, "tag" | "digest" | "reader">;

/** What one repository was just seen to hold. `unreadable` is not `empty`: what could not be seen is kept as it was. */
export type ObservedRepository =
  | {
      readonly kind: "listed";
      readonly repository: RepositoryName;
      /** Tags by the digest they point at, as asked or as last known; null for a tag that is new. */
      readonly tags: ReadonlyMap<Tag, Digest | null>;
      /** Tags that are listed, but could not be asked about or read a while ago and wait for another try. */
      readonly unreadable: ReadonlyMap<Tag, RegistryError>;
    }
  | { readonly kind: "unreadable"; readonly repository: RepositoryName; readonly error: RegistryError };

/** What is to be done about a repository, by tag. */
export interface RepositoryPlan {
  /** New, moved, or read by an older reader. */
  readonly read: readonly Tag[];
  readonly keep: readonly Tag[];
  readonly remove: readonly Tag[];
}

/** Decides, from what is indexed and what was seen, what to do; touches nothing. */
export function planRepository(
  indexed: readonly IndexedRelease[],
  observed: ObservedRepository,
): RepositoryPlan {
  if (observed.kind === "unreadable") return { read: [], keep: indexed.map(({ tag }) => tag), remove: [] };

  const known = new Map(indexed.map((release) => [release.tag, release]));
  const isCurrent = (tag: Tag, digest: Digest | null) => {
    const release = known.get(tag);
    return release !== undefined && release.reader === READER_VERSION && release.digest === digest;
  };
  const seen = [...observed.tags];
  return {
    read: seen.filter(([tag, digest]) => !isCurrent(tag, digest)).map(([tag]) => tag),
    keep: [
      ...seen.filter(([tag, digest]) => isCurrent(tag, digest)).map(([tag]) => tag),
      ...[...observed.unreadable.keys()].filter((tag) => known.has(tag)),
    ],
    remove: indexed
      .map(({ tag }) => tag)
      .filter((tag) => !observed.tags.has(tag) && !observed.unreadable.has(tag)),
  };
}
