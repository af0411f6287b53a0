import { formatCount } from "#components/ui/format.ts";
import type { OtherTags, ReleaseSummary } from "#lib/catalog/catalog.ts";
import { shortDigest } from "../short-digest.ts";

const SHOWN = 200;
/** How cosign names what belongs to a manifest; referrers of registries without that API end in nothing. */
const ATTACHED = /^sha256-([0-9a-f]{64})(?:\.(sig|att|sbom))?$/;
const ATTACHMENTS = { sig: "signature", att: "attestation", sbom: "software bill of materials" } as const;

/** What else is in the repository, folded away: it is no version of the chart. */
export function OtherTagsList({
  others: { tags, complete },
  versions,
}: {
  others: OtherTags;
  versions: readonly ReleaseSummary[];
}) {
  if (tags.length === 0) return null;
  const byDigest = new Map(
    versions.map((release) => [release.digest.slice("sha256:".length), release.version]),
  );
  return (
    <details className="mt-8 border-rule border-t pt-3">
      <summary>
        Tags that are no charts{" "}
        <span className="font-mono text-ink-2 text-xs">
          {formatCount(tags.length)}
          {complete ? "" : "+"}
        </span>
      </summary>
      <p className="mt-2 max-w-[62ch] text-ink-2 text-sm">
        Images, signatures and whatever else was pushed to the chart's repository.
      </p>
      <table className="listing other-tags mt-2">
        <thead>
          <tr>
            <th scope="col">Tag</th>
            <th scope="col">What it is</th>
            <th scope="col">Digest</th>
          </tr>
        </thead>
        <tbody>
          {tags.slice(0, SHOWN).map(({ tag, digest }) => (
            <tr key={tag}>
              <th scope="row">{tag}</th>
              <td>{describe(tag, byDigest)}</td>
              <td title={digest}>{shortDigest(digest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(tags.length > SHOWN || !complete) && (
        <p className="mt-2 text-ink-2 text-sm">
          The first {formatCount(Math.min(SHOWN, tags.length))} are listed.
        </p>
      )}
    </details>
  );
}

function describe(tag: string, versions: ReadonlyMap<string, string>): string {
  const [attached, digits = "", kind] = ATTACHED.exec(tag) ?? [];
  if (attached === undefined) return "";
  const what = kind === "sig" || kind === "att" || kind === "sbom" ? ATTACHMENTS[kind] : "attached";
  const version = versions.get(digits);
  return version === undefined ? what : `${what} of ${version}`;
}
