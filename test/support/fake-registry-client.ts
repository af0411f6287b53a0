import { createRegistryClient, type RegistryClientOptions } from "#lib/oci/client.ts";
import { RegistryError } from "#lib/oci/errors.ts";
import { parseRepositoryName, parseTag, type RepositoryName, type Tag } from "#lib/oci/reference.ts";
import type { RegistryClient } from "#lib/oci/registry-client.ts";

/** A client in a hurry: it tries three times in quick succession. */
export function hurriedClient(registry: URL, options: Partial<RegistryClientOptions> = {}): RegistryClient {
  return createRegistryClient({
    registry,
    credentials: null,
    ca: null,
    retry: { attempts: 3, baseMs: 1, maxWaitMs: 1_500 },
    ...options,
  });
}

/** A repository's name, written in a test. */
export function repositoryName(text: string): RepositoryName {
  const name = parseRepositoryName(text);
  if (name === null) throw new Error(`not a repository name: ${text}`);
  return name;
}

/** A tag, written in a test. */
export function tagName(text: string): Tag {
  const tag = parseTag(text);
  if (tag === null) throw new Error(`not a tag: ${text}`);
  return tag;
}

/** All a list yields. */
export async function collect<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

/** The bytes of a stream, as text. */
export async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return Buffer.concat(await collect(stream)).toString("utf8");
}

/** The `RegistryError` a call fails with; another outcome fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<RegistryError> {
  const outcome = await call.then(
    () => new Error("the call succeeded"),
    (error: unknown) => error,
  );
  if (outcome instanceof RegistryError) return outcome;
  throw outcome;
}
