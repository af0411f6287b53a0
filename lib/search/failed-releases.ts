import type { FailedRelease, FailedReleases, FailureCause } from "../catalog/catalog.ts";
import { versionOfTag } from "../chart/version.ts";
import type { SourceId } from "../config/chartroom-config.ts";
import type { ReleaseDocument } from "./document.ts";
import { allOf, equals } from "./filter.ts";
import type { EngineAnswer, EngineQuery, SearchReader } from "./search-engine.ts";
import { RELEASES } from "./settings.ts";

/** Releases that are listed on one page; who has more has one cause. */
const MAX_LISTED = 200;
/** Releases that are named of each cause. */
const MAX_EXAMPLES = 5;
/** There are fewer in `ChartErrorCode`; documents of another version of the product may hold others. */
const MAX_CAUSES = 50;

/** What is done about an archive that cannot be read. */
export const ARCHIVE_REMEDY =
  "Package this chart anew and push it; the version is listed with this reason until then.";

/** The code of a problem that is an archive's, by what is wrong with it. */
export function archiveProblemCode(code: string): string {
  return `archive-${code}`;
}

/** The releases of a source that are there but cannot be read: by repository, and counted by cause. */
export async function readFailedReleases(reader: SearchReader, source: SourceId): Promise<FailedReleases> {
  const failed = [equals("source", source), equals("kind", "failed")];
  const [answer] = await reader.search([{ ...failedQuery(failed, MAX_LISTED), facets: ["error.code"] }]);
  const facet = Object.entries(answer?.facets["error.code"] ?? {});
  const counts = facet.sort(([a, many], [b, more]) => more - many || a.localeCompare(b)).slice(0, MAX_CAUSES);
  const examples =
    counts.length === 0
      ? []
      : await reader.search(
          counts.map(([code]) => failedQuery([...failed, equals("error.code", code)], MAX_EXAMPLES)),
        );
  return {
    // Facets are counted whole; the number of hits stops at a ceiling.
    total: facet.reduce((sum, [, count]) => sum + count, 0),
    releases: failedReleases(answer),
    causes: counts.map(
      ([code, count], place): FailureCause => ({
        code: archiveProblemCode(code),
        count,
        remedy: ARCHIVE_REMEDY,
        examples: failedReleases(examples[place]),
      }),
    ),
  };
}

function failedQuery(filters: readonly string[], limit: number): EngineQuery {
  return {
    index: RELEASES,
    text: "",
    filter: allOf(filters),
    limit,
    retrieve: ["source", "repository", "tag", "error"],
  };
}

function failedReleases(answer: EngineAnswer | undefined): readonly FailedRelease[] {
  const releases = (answer?.hits ?? []).map((hit) => failedRelease(hit as ReleaseDocument));
  return releases.sort(byPlace);
}

function failedRelease({ source, repository, tag, error }: ReleaseDocument): FailedRelease {
  return { id: { source, repository }, version: versionOfTag(tag), reason: error?.message ?? "" };
}

function byPlace(a: FailedRelease, b: FailedRelease): number {
  return a.id.repository.localeCompare(b.id.repository) || a.version.localeCompare(b.version);
}
