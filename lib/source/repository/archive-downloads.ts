import { LRUCache } from "lru-cache";
import { readBytes } from "../../oci/body.ts";
import { RegistryError } from "../../oci/errors.ts";
import { expectOk } from "../../oci/failure.ts";
import { HELM_CHART, HELM_PROVENANCE } from "../../oci/media-types.ts";
import { requestLabel } from "../../oci/network-error.ts";
import type { Digest } from "../../oci/reference.ts";
import type { CallOptions, Descriptor } from "../../oci/registry-client.ts";
import type { Session } from "../../oci/session.ts";
import type { WireResponse } from "../../oci/transport.ts";
import { digestOf, MAX_ARCHIVE_BYTES, streamOf, verifyBytes } from "../archive-bytes.ts";
import { type ArchiveAddress, parseArchiveAddress } from "./archive-address.ts";
import type { IndexRelease } from "./index-entry.ts";

/** Archives that were described and not yet asked for, bytes: at most so many wait at a time. */
const WAITING_BYTES = 64 * 1024 * 1024;
/** Time for the largest archive over a slow line, ms. */
const MAX_ARCHIVE_MS = 10 * 60_000;
/** A provenance file holds Chart.yaml and a signature. */
const MAX_PROVENANCE_BYTES = 1024 * 1024;
const SIGNED_MESSAGE = "-----BEGIN PGP SIGNED MESSAGE-----";

/** The archives of one chart repository, wherever on the web its index says they are. */
export function createArchiveDownloads(base: URL, session: Session) {
  const waiting = new LRUCache<Digest, Uint8Array>({
    maxSize: WAITING_BYTES,
    sizeCalculation: (bytes) => Math.max(1, bytes.length),
  });

  async function fetch(url: URL, { signal }: CallOptions, limit = MAX_ARCHIVE_BYTES): Promise<Buffer> {
    const read = {
      method: "GET",
      url,
      accept: "*/*",
      scope: null,
      extraBodyMs: MAX_ARCHIVE_MS,
      // The credentials are for the repository's own origin; whoever else the index names is asked as nobody.
      anonymous: url.origin !== base.origin,
    } as const;
    const consume = async (response: WireResponse) => {
      await expectOk(response);
      return readBytes(response, limit);
    };
    return session.read(read, consume, signal);
  }

  /** Where a release's archive is; throws `bad-response` if the index says nothing usable. */
  const addressOf = (release: IndexRelease): ArchiveAddress => parseArchiveAddress(release.url, base);

  return {
    addressOf,

    /** Downloads an archive to learn its digest and size; it waits to be taken for a while. */
    async describe(release: IndexRelease, url: URL, call: CallOptions): Promise<Descriptor> {
      const bytes = await fetch(url, call);
      if (release.digest !== null) verifyBytes(requestLabel("GET", url), bytes, release.digest);
      const digest = release.digest ?? digestOf(bytes);
      waiting.set(digest, bytes);
      return { mediaType: HELM_CHART, digest, size: bytes.length };
    },

    /**
     * The provenance file beside an archive on the web, where Helm looks for it. Null if there is none, and as well if it cannot be
     * had: the release is readable without. Many servers have a page for what they do not have, so it has to be signed.
     */
    async describeProvenance(release: IndexRelease, call: CallOptions): Promise<Descriptor | null> {
      const address = addressOf(release);
      if (address.kind === "oci") return null;
      const url = new URL(address.url);
      url.pathname += ".prov";
      try {
        const bytes = await fetch(url, call, MAX_PROVENANCE_BYTES);
        if (!bytes.includes(SIGNED_MESSAGE)) return null;
        return { mediaType: HELM_PROVENANCE, digest: digestOf(bytes), size: bytes.length };
      } catch (error) {
        if (error instanceof RegistryError && error.code !== "cancelled") return null;
        throw error;
      }
    },

    /** An archive that was described just now; null if it must be fetched again. */
    take(blob: Descriptor): ReadableStream<Uint8Array> | null {
      const bytes = waiting.get(blob.digest);
      waiting.delete(blob.digest);
      return bytes === undefined ? null : streamOf(base.href, bytes, blob);
    },

    /** The bytes at an address, at most as many as an archive may have. */
    fetch,
  };
}
