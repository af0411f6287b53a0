import type { ReleaseSummary } from "../catalog/catalog.ts";
import type { ChartMetadata } from "../chart/metadata.ts";
import { channelOf, compareVersions, latestOf } from "../chart/version.ts";
import type { ReleaseDocument } from "./document.ts";

/** The release a viewer gets who names no version, among those that could be read; null if none could. */
export function latestRelease<R extends Pick<ReleaseDocument, "kind" | "version">>(
  releases: readonly R[],
): R | null {
  return latestOf(
    releases.filter((release) => release.kind === "chart"),
    (release) => release.version,
  );
}

/** Newest first; what is not a version comes last. */
export function newestFirst(a: { readonly version: string }, b: { readonly version: string }): number {
  return compareVersions(b.version, a.version);
}

/** What a summary is made of. */
export type ReleaseToSummarize = Pick<
  ReleaseDocument,
  "version" | "tag" | "manifest" | "created" | "provenance" | "error" | "movedFrom"
> & { readonly metadata: Pick<ChartMetadata, "appVersion" | "deprecated"> | null };

/** A release as lists show it. */
export function summaryOf(release: ReleaseToSummarize): ReleaseSummary {
  return {
    version: release.version,
    tag: release.tag,
    digest: release.manifest,
    appVersion: release.metadata?.appVersion ?? null,
    created: release.created,
    channel: channelOf(release.version),
    deprecated: release.metadata?.deprecated ?? false,
    signed: release.provenance !== null,
    movedFrom: release.movedFrom ?? null,
    error: release.error?.message ?? null,
  };
}
