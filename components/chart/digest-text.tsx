import type { Digest } from "#lib/oci/reference.ts";
import { CopyButton } from "./copy-button.client.tsx";
import { shortDigest } from "./short-digest.ts";

/** The beginning of a digest, enough to recognise it; the whole of it on hover and to copy. */
export function DigestText({ digest, label }: { digest: Digest; label: string }) {
  const [algorithm = ""] = digest.split(":");
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <code title={digest}>
        {algorithm}:{shortDigest(digest)}…
      </code>
      <CopyButton text={digest} label={label} className="text-link">
        Copy
      </CopyButton>
    </span>
  );
}
