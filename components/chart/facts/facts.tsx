import { formatBytes } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ChartRelease } from "#lib/catalog/catalog.ts";
import { DigestText } from "../digest-text.tsx";
import { Fact } from "./fact.tsx";
import { MetadataFacts } from "./metadata-facts.tsx";

/** What is known of the release beside its texts. */
export function Facts({ release }: { release: ChartRelease }) {
  const { metadata, summary, content, digests } = release;
  const unpacked = content.kind === "available" ? content.content.unpackedSize : null;
  return (
    <aside id="about" aria-labelledby="about-title" className="scroll-mt-4 text-sm">
      <h2 id="about-title" className="border-ink border-b pb-1.5 font-semibold">
        About this release
      </h2>
      <dl>
        {summary.appVersion !== null && (
          <Fact name="App version">
            <dd className="font-mono">{summary.appVersion}</dd>
          </Fact>
        )}
        {metadata?.kubeVersion != null && (
          <Fact name="Kubernetes">
            <dd className="font-mono">{metadata.kubeVersion}</dd>
          </Fact>
        )}
        {summary.created !== null && (
          <Fact name="Released">
            <dd>
              <RelativeTime iso={summary.created} />
            </dd>
          </Fact>
        )}
        {metadata !== null && <MetadataFacts metadata={metadata} />}
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
        {release.origin.kind !== "repository" && (
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
      </dl>
    </aside>
  );
}
