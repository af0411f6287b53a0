import type { KnownRelease, ReleaseDocument } from "../search/document.ts";

/**
 * A release just read, with what its tag pointed at before: what is indexed tells, if it is another manifest, or remembers
 * itself, if it is the same one and only the reader is newer. Of a tag that moves often only the last place is kept.
 */
export function withEarlierManifest(
  read: ReleaseDocument,
  indexed: Pick<KnownRelease, "manifest" | "movedFrom"> | undefined,
): ReleaseDocument {
  const { movedFrom: _, ...release } = read;
  const before = indexed?.manifest === read.manifest ? indexed.movedFrom : indexed?.manifest;
  return before === undefined ? release : { ...release, movedFrom: before };
}
