import type { FailedRelease, FailedReleases } from "../catalog/catalog.ts";
import { versionOfTag } from "../chart/version.ts";
import type { SourceId } from "../config/chartroom-config.ts";
import type { ReleaseDocument } from "./document.ts";
import { allOf, equals } from "./filter.ts";
import type { SearchReader } from "./search-engine.ts";
import { RELEASES } from "./settings.ts";

/** Releases that are listed on one page; who has more has one cause. */
const MAX_LISTED = 200;

/** The releases of a source that are there but cannot be read, by repository. */
export async function readFailedReleases(reader: SearchReader, source: SourceId): Promise<FailedReleases> {
  const [answer] = await reader.search([
    {
      index: RELEASES,
      text: "",
      filter: allOf([equals("source", source), equals("kind", "failed")]),
      limit: MAX_LISTED,
      retrieve: ["source", "repository", "tag", "error"],
    },
  ]);
  const releases = (answer?.hits ?? []).map((hit) => failedRelease(hit as ReleaseDocument));
  return { total: answer?.total ?? 0, releases: releases.sort(byPlace) };
}

function failedRelease({ source, repository, tag, error }: ReleaseDocument): FailedRelease {
  return { id: { source, repository }, version: versionOfTag(tag), reason: error?.message ?? "" };
}

function byPlace(a: FailedRelease, b: FailedRelease): number {
  return a.id.repository.localeCompare(b.id.repository) || a.version.localeCompare(b.version);
}
