import type { Brand } from "../support/brand.ts";

/** A repository's name within its registry, such as `platform/charts/redis` (distribution spec, "Pulling manifests"). */
export type RepositoryName = Brand<string, "RepositoryName">;

/** A tag; at most 128 characters. Helm writes a version's `+` as `_` in it. */
export type Tag = Brand<string, "Tag">;

/** A content address, `sha256:` and 64 lower-case hex digits. Other algorithms are refused: nothing here could verify them. */
export type Digest = Brand<string, "Digest">;

const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[a-f0-9]{64}$/;

/** The longest repository name that is accepted; the specification suggests 255 with the host, registries differ. */
const MAX_REPOSITORY_LENGTH = 255;

/** Null if the text is not a repository name by the specification's grammar. */
export function parseRepositoryName(text: string): RepositoryName | null {
  return text.length <= MAX_REPOSITORY_LENGTH && REPOSITORY.test(text) ? (text as RepositoryName) : null;
}

/** Null if the text is not a tag by the specification's grammar. */
export function parseTag(text: string): Tag | null {
  return TAG.test(text) ? (text as Tag) : null;
}

/** Null if the text is not a sha256 digest. */
export function parseDigest(text: string): Digest | null {
  return DIGEST.test(text) ? (text as Digest) : null;
}
