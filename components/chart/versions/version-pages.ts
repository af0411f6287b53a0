import type { ReleaseSummary } from "#lib/catalog/catalog.ts";

/** Versions on one page of the list: a single page of 5,000 had 4.8 MB of HTML. */
const PAGE_VERSIONS = 200;

/** One page of the list of versions. */
export interface VersionPage {
  readonly versions: readonly ReleaseSummary[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The page with the version the chart's page is about; null if that is not among them. */
  readonly currentPage: number | null;
}

/** The page asked for, or the last one if there are fewer. */
export function pickVersionPage(
  versions: readonly ReleaseSummary[],
  current: ReleaseSummary,
  asked: number,
): VersionPage {
  const pages = Math.max(1, Math.ceil(versions.length / PAGE_VERSIONS));
  const page = Math.min(asked, pages);
  const at = versions.findIndex((release) => release.tag === current.tag);
  return {
    versions: versions.slice((page - 1) * PAGE_VERSIONS, page * PAGE_VERSIONS),
    page,
    pages,
    currentPage: at === -1 ? null : Math.floor(at / PAGE_VERSIONS) + 1,
  };
}
