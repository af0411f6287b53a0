import {
  type Digest,
  parseDigest,
  parseRepositoryName,
  parseTag,
  type RepositoryName,
  type Tag,
} from "../../oci/reference.ts";

/** What a registry says has changed. With neither tag nor digest, anything in the repository may have. */
export interface RegistryEvent {
  readonly kind: "push" | "delete";
  readonly repository: RepositoryName;
  readonly tag: Tag | null;
  readonly digest: Digest | null;
}

/** Names as a product wrote them. */
export interface NamedChange {
  readonly repository: string;
  readonly tag?: string | null | undefined;
  readonly digest?: string | null | undefined;
}

/** The event, or none if it names no repository; a tag or digest that is none is left out (Harbor puts digests into `tag`). */
export function registryEvents(kind: RegistryEvent["kind"], change: NamedChange): readonly RegistryEvent[] {
  const repository = parseRepositoryName(change.repository);
  if (repository === null) return [];
  return [{ kind, repository, tag: parseTag(change.tag ?? ""), digest: parseDigest(change.digest ?? "") }];
}
