import { formatBytes } from "#components/ui/format.ts";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { DigestText } from "../digest-text.tsx";
import { Fact } from "./fact.tsx";

/** Digests and sizes. */
export function ArchiveFacts({ release: { digests, content, origin } }: { release: ChartRelease }) {
  const unpacked = content.kind === "available" ? content.content.unpackedSize : null;
  return (
    <>
      {digests.layer !== null && (
        <Fact name="Archive">
          <dd>
            <DigestText digest={digests.layer.digest} label="Copy the digest of the archive" />
          </dd>
          <dd className="text-ink-2">
            {formatBytes(digests.layer.size)}
            {unpacked !== null && `, ${formatBytes(unpacked)} unpacked`}
          </dd>
        </Fact>
      )}
      {origin.kind !== "repository" && (
        <Fact name="Manifest">
          <dd>
            <DigestText digest={digests.manifest} label="Copy the digest of the manifest" />
          </dd>
        </Fact>
      )}
      {digests.provenance !== null && (
        <Fact name="Signature">
          <dd>
            <DigestText digest={digests.provenance.digest} label="Copy the digest of the provenance file" />
          </dd>
          <dd className="text-ink-2">A provenance file, not verified yet</dd>
        </Fact>
      )}
    </>
  );
}
