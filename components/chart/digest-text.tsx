import type { Digest } from "#lib/oci/reference.ts";
import { CopyButton } from "./copy-button.client.tsx";

const SHOWN_DIGITS = 12;

/** The beginning of a digest, enough to recognise it; the whole of it on hover and to copy. */
export function DigestText({ digest, label }: { digest: Digest; label: string }) {
  const [algorithm = "", digits = ""] = digest.split(":");
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <code title={digest}>
        {algorithm}:{digits.slice(0, SHOWN_DIGITS)}…
      </code>
      <CopyButton text={digest} label={label} className="text-link">
        copy
      </CopyButton>
    </span>
  );
}
