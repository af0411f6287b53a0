import { Badge } from "#components/ui/badge.tsx";
import type { ReleaseSummary } from "#lib/catalog/catalog.ts";
import { shortDigest } from "../short-digest.ts";

/** What sets a version apart from the usual. */
export function VersionMarks({ release }: { release: ReleaseSummary }) {
  return (
    <>
      {release.channel === "prerelease" && <Badge tone="warn">prerelease</Badge>}
      {release.channel === "other" && <Badge>not a version</Badge>}
      {release.deprecated && <Badge tone="bad">deprecated</Badge>}
      {release.signed && <Badge>signed</Badge>}
      {release.error !== null && <Badge tone="bad">unreadable</Badge>}
      {/* A tag such as `latest` is there to be moved. */}
      {release.movedFrom !== null && release.channel !== "other" && <Badge tone="warn">moved</Badge>}
    </>
  );
}

/** The manifest, and the one its tag pointed at before. */
export function VersionDigests({ release: { digest, movedFrom } }: { release: ReleaseSummary }) {
  return (
    <>
      <span title={digest}>{shortDigest(digest)}</span>
      {movedFrom !== null && (
        <span title={movedFrom} className="before">
          before: {shortDigest(movedFrom)}
        </span>
      )}
    </>
  );
}
