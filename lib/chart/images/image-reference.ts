/** A container image as a text names it. */
export interface ImageReference {
  /** Registry, if it is named, and path: `docker.io/bitnami/redis`. */
  readonly name: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

const MAX_LENGTH = 400;
const HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?|[a-z0-9-]+:\d{1,5}|localhost)$/i;
const PATH_PART = /^[a-z0-9]+(?:[._-]{1,8}[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]{1,32}:[0-9a-fA-F]{32,128}$/;

/** Reads `host:5000/path/name:tag@sha256:…`, of which only a name is needed; null for what is no image's name. */
export function parseImageReference(text: string): ImageReference | null {
  if (text.length > MAX_LENGTH) return null;
  const at = text.indexOf("@");
  const digest = at === -1 ? null : text.slice(at + 1);
  const rest = at === -1 ? text : text.slice(0, at);
  const colon = rest.lastIndexOf(":");
  const tagged = colon > rest.lastIndexOf("/");
  const name = tagged ? rest.slice(0, colon) : rest;
  const tag = tagged ? rest.slice(colon + 1) : null;
  if (!isImageName(name) || (tag !== null && !isImageTag(tag))) return null;
  return digest === null || DIGEST.test(digest) ? { name, tag, digest } : null;
}

/** The inverse of `parseImageReference`. */
export function formatImageReference({ name, tag, digest }: ImageReference): string {
  return name + (tag === null ? "" : `:${tag}`) + (digest === null ? "" : `@${digest}`);
}

/** Whether an image may have this tag. */
export function isImageTag(text: string): boolean {
  return TAG.test(text);
}

function isImageName(name: string): boolean {
  const parts = name.split("/");
  const path = parts.length > 1 && HOST.test(parts[0] ?? "") ? parts.slice(1) : parts;
  return path.every((part) => PATH_PART.test(part));
}
