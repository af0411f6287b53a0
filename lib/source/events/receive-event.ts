import { readEvents } from "./read-events.ts";
import type { RegistryEvent } from "./registry-event.ts";
import { carriesSecret, isSignedWith } from "./shared-secret.ts";

/** A notification is a few kilobytes; zot's carries a manifest. */
const MAX_BYTES = 256 * 1024;

/** What a notification says, or why it is not taken. */
export type ReceivedEvents =
  | { readonly events: readonly RegistryEvent[] }
  | { readonly refused: "unauthorized" | "too-large" | "bad-request" };

/** Takes one notification of a registry that shares a secret with us. Nothing of its body is looked at before the secret is right. */
export async function receiveEvent(
  request: { readonly headers: Headers; readonly body: AsyncIterable<Uint8Array> | null },
  secret: string,
): Promise<ReceivedEvents> {
  const header = (name: string) => request.headers.get(name);
  const signature = header("x-hub-signature-256");
  if (signature === null && !carriesSecret(header("authorization") ?? "", secret)) {
    return { refused: "unauthorized" };
  }
  const body = await readBody(request.body, MAX_BYTES);
  if (body === null) return { refused: "too-large" };
  if (signature !== null && !isSignedWith(secret, signature, body)) return { refused: "unauthorized" };
  const events = readEvents(body, header);
  return events === null ? { refused: "bad-request" } : { events };
}

/** The body of a request; null if it has more bytes than it may, of which the rest is not waited for. */
export async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
