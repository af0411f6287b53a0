import { createHash } from "node:crypto";
import { RegistryError } from "./errors.ts";
import { asRegistryError } from "./network-error.ts";
import type { Descriptor } from "./registry-client.ts";
import type { WireResponse } from "./transport.ts";

/**
 * A response's bytes as they come, checked against what was promised. The stream never holds more than the promised
 * size and ends only when size and sha256 are right; otherwise it errors with a `RegistryError`.
 */
export function verifiedStream(response: WireResponse, promised: Descriptor): ReadableStream<Uint8Array> {
  const { body, deadline, label } = response;
  const wrong = (what: string) => new RegistryError("digest-mismatch", `${label}: ${what}`);
  const stated = response.header("content-length");
  if (stated !== null && Number(stated) !== promised.size) {
    body.destroy();
    deadline.end();
    throw wrong(`${stated} bytes where ${promised.size} were promised`);
  }
  const hash = createHash("sha256");
  const chunks: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  let size = 0;

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (!done) {
            size += value.length;
            if (size > promised.size) throw wrong(`more than the promised ${promised.size} bytes`);
            hash.update(value);
            controller.enqueue(value);
            return;
          }
          if (size !== promised.size) throw wrong(`${size} bytes where ${promised.size} were promised`);
          if (`sha256:${hash.digest("hex")}` !== promised.digest)
            throw wrong("the content has another digest");
          deadline.end();
          controller.close();
        } catch (error) {
          body.destroy();
          deadline.end();
          controller.error(asRegistryError(label, error));
        }
      },
      cancel() {
        body.destroy();
        deadline.end();
      },
    },
    // Nothing is fetched ahead of the reader beyond what the socket holds.
    { highWaterMark: 0 },
  );
}
