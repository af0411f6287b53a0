import { readChunks } from "../../oci/body.ts";
import { RegistryError } from "../../oci/errors.ts";
import { expectOk } from "../../oci/failure.ts";
import type { Session } from "../../oci/session.ts";
import type { WireResponse } from "../../oci/transport.ts";
import { type ChartIndex, gatherChartIndex } from "./chart-index.ts";
import { IndexFormatError } from "./index-blocks.ts";
import { readIndex } from "./read-index.ts";

/** An index, and what its server knows it by. */
export interface FetchedIndex extends ChartIndex {
  readonly validators: Readonly<Record<string, string>>;
}

/** Five times the largest index known. */
const MAX_INDEX_BYTES = 256 * 1024 * 1024;
const MAX_INDEX_MS = 10 * 60_000;

/**
 * Reads `url` as a stream. An index that is as it was costs the server a 304 and nothing else (RFC 9110, "conditional
 * requests"). Throws `RegistryError`.
 */
export function fetchIndex(
  session: Session,
  url: URL,
  last: FetchedIndex | null,
  signal: AbortSignal | undefined,
): Promise<FetchedIndex> {
  const read = {
    method: "GET",
    url,
    accept: "application/yaml, application/json;q=0.9, */*;q=0.8",
    scope: null,
    extraBodyMs: MAX_INDEX_MS,
    conditions: last?.validators ?? {},
  } as const;
  const consume = async (response: WireResponse): Promise<FetchedIndex> => {
    if (response.status === 304 && last !== null) {
      await response.discard();
      return last;
    }
    await expectOk(response);
    const index = await understand(response);
    return { ...index, validators: validatorsOf(response) };
  };
  return session.read(read, consume, signal);
}

async function understand(response: WireResponse): Promise<ChartIndex> {
  try {
    return await gatherChartIndex(readIndex(readChunks(response, MAX_INDEX_BYTES)));
  } catch (error) {
    if (!(error instanceof IndexFormatError)) throw error;
    throw new RegistryError("bad-response", `${response.label}: not an index of charts, ${error.message}`);
  }
}

function validatorsOf(response: WireResponse): Readonly<Record<string, string>> {
  const etag = response.header("etag");
  const modified = response.header("last-modified");
  return {
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(modified === null ? {} : { "if-modified-since": modified }),
  };
}
