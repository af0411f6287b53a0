import type { AccessScope } from "../access/scope.ts";
import type { ChartContent } from "../chart/chart-content.ts";
import type { ChartMetadata } from "../chart/metadata.ts";
import type { SourceId } from "../config/chartroom-config.ts";
import type { Digest, Tag } from "../oci/reference.ts";
import type { ChartId } from "./chart-path.ts";
import type { ChartQuery, FacetName } from "./chart-query.ts";
import type { ChartRelations } from "./chart-relations.ts";
import type { Mistake } from "./search-text.ts";
import type { ChartPlace, ReleaseArchive, SourceListing } from "./source-listing.ts";

/** A run of text, marked where the query matched. */
export interface Segment {
  readonly text: string;
  readonly match: boolean;
}

/** Where a hit matched, as a snippet. */
export interface Match {
  readonly field: MatchField;
  /** The place within the field: a heading, a values key, a template and its line; empty for the short fields. */
  readonly place: string;
  /** The address of that place, or null where the chart's page itself is it. */
  readonly href: string | null;
  readonly segments: readonly Segment[];
}

/** What a match can be found in. */
export type MatchField =
  | "name"
  | "description"
  | "keywords"
  | "about"
  | "maintainers"
  | "dependencies"
  | "values"
  | "images"
  | "crds"
  | "kinds"
  | "readme";

/** One chart found. Dates are ISO 8601 in UTC. */
export interface ChartHit extends ChartId {
  /** The repository's path above the chart's name; empty at the top of a registry. */
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly appVersion: string | null;
  readonly description: string;
  readonly updated: string | null;
  readonly deprecated: boolean;
  readonly type: "application" | "library";
  /** Whether the newest release carries a provenance file. It is not verified yet. */
  readonly signed: boolean;
  readonly hasSchema: boolean;
  readonly prerelease: boolean;
  /** The chart's page, absolute path. */
  readonly url: string;
  readonly matched: readonly Match[];
  /** Where else the viewer finds the same archive. */
  readonly places: readonly ChartId[];
}

/** One value of a facet, and how many charts of the answer have it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** A source whose charts may be missing or older than usual in an answer, and why. */
export interface PartialNotice {
  readonly source: SourceId;
  readonly reason: string;
  /** When the source was last read whole, or null. */
  readonly since: string | null;
}

/** One page of an answer. */
export interface SearchPage {
  /** Charts that match; the same archive in several places counts once. Exact up to the ceiling of the engine (20,000). */
  readonly total: number;
  readonly pages: number;
  readonly hits: readonly ChartHit[];
  /** Most frequent first. Counts of a facet leave its own selection out, so that alternatives stay visible. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly partial: readonly PartialNotice[];
  /** What of the text could not be understood as it is written. */
  readonly mistakes: readonly Mistake[];
  /** Time in the search engine, ms. */
  readonly tookMs: number;
}

/** One version of a chart, as lists show it. */
export interface ReleaseSummary {
  /** What the address and Helm call it: the tag with `_` back to `+`. */
  readonly version: string;
  readonly tag: Tag;
  readonly digest: Digest;
  readonly appVersion: string | null;
  readonly created: string | null;
  readonly channel: "stable" | "prerelease" | "other";
  readonly deprecated: boolean;
  readonly signed: boolean;
  /** The manifest its tag pointed at before this one, as far as Chartroom saw it; null if it never moved. */
  readonly movedFrom: Digest | null;
  /** Why this version cannot be shown, or null. */
  readonly error: string | null;
}

/** Tags of a chart's repository that hold no chart: images, signatures. */
export interface OtherTags {
  /** By name. */
  readonly tags: readonly { readonly tag: Tag; readonly digest: Digest }[];
  /** False where there are more than are listed. */
  readonly complete: boolean;
}

/** Digests and sizes of a release; sizes in bytes. */
export interface ReleaseDigests {
  readonly manifest: Digest;
  readonly layer: { readonly digest: Digest; readonly size: number } | null;
  readonly provenance: { readonly digest: Digest; readonly size: number } | null;
}

/** What the archive holds, or why it cannot be shown now. */
export type ReleaseContent =
  | { readonly kind: "available"; readonly content: ChartContent }
  | { readonly kind: "unavailable"; readonly reason: string; readonly passing: boolean };

/** One release whole. */
export interface ChartRelease {
  readonly id: ChartId;
  readonly summary: ReleaseSummary;
  /** Whether this is what a viewer gets who names no version: newest stable, else newest prerelease, else the last tag. */
  readonly latest: boolean;
  readonly metadata: ChartMetadata | null;
  readonly digests: ReleaseDigests;
  readonly content: ReleaseContent;
  readonly origin: ReleaseOrigin;
  /** Why it, and the chart's versions, may be older than what the source holds; null if the source was read whole lately. */
  readonly stale: PartialNotice | null;
}

/** Where Helm gets a release from. */
export type ReleaseOrigin =
  | {
      readonly kind: "registry";
      /** Host (and port) of the registry, for `oci://` addresses. */
      readonly host: string;
      /** Whether the registry speaks plain HTTP, so that helm needs `--plain-http`. */
      readonly plainHttp: boolean;
      /** Whether Chartroom signs in there, so that others may have to. */
      readonly signIn: boolean;
      /** Whether its certificate is of a private authority. */
      readonly privateCa: boolean;
    }
  /** `url` is what `--repo` takes. */
  | {
      readonly kind: "repository";
      readonly url: string;
      readonly signIn: boolean;
      readonly privateCa: boolean;
    }
  /** Path of the archive, from the folder of the configuration; null if the release has none. */
  | { readonly kind: "layout"; readonly archive: string | null };

/** How far a reading has come. */
export interface SyncProgress {
  readonly startedAt: string;
  readonly repositoriesDone: number;
  /** Null while the registry is still being listed. */
  readonly repositoriesTotal: number | null;
  readonly releasesRead: number;
}

/** The problem of a registry that lists nothing all at once: what is indexed of it is kept until an operator confirms. */
export const EMPTY_CATALOG = "empty-catalog";

/** Failures with one cause, counted. */
export interface SourceProblem {
  readonly code: string;
  /** What happened, with one example address. */
  readonly message: string;
  readonly remedy: string;
  readonly count: number;
}

/** A release that is in the registry and cannot be read. */
export interface FailedRelease {
  readonly id: ChartId;
  readonly version: string;
  readonly reason: string;
}

/** Failed releases with one cause, in the words of the problem of the same code. */
export interface FailureCause {
  readonly code: string;
  readonly count: number;
  readonly remedy: string;
  /** A few of them, in no order that means anything. */
  readonly examples: readonly FailedRelease[];
}

/** Failed releases of a source; of very many only some are listed, but all are counted. */
export interface FailedReleases {
  readonly total: number;
  readonly releases: readonly FailedRelease[];
  /** The most frequent first. */
  readonly causes: readonly FailureCause[];
}

/** What is known of one source. Dates are ISO 8601 in UTC. */
export interface SourceState {
  readonly id: SourceId;
  readonly registry: string;
  readonly charts: number;
  readonly releases: number;
  /** Releases that could not be read and are listed with their error. */
  readonly failed: number;
  /** `waiting`: never read yet; `failing`: the last reading did not get through. */
  readonly status: "waiting" | "reading" | "current" | "failing";
  /** When it was last read whole. */
  readonly lastRead: string | null;
  readonly progress: SyncProgress | null;
  /** Whether an operator's wish for a reading stands; it is fulfilled by one that begins after it. */
  readonly asked: boolean;
  readonly problems: readonly SourceProblem[];
}

/**
 * The one way pages, API and programs read charts. Every method takes the viewer's scope; null and an absent entry
 * mean "no such thing, or not yours to see", and nothing tells the two apart. Throws `CatalogError` when the search
 * engine cannot be reached.
 */
export interface Catalog extends ChartRelations {
  /** `signal`: who asked has gone; the search is given up with a `CatalogError`. */
  search(query: ChartQuery, scope: AccessScope, signal?: AbortSignal): Promise<SearchPage>;
  /** Newest first; what is not a version comes last. */
  versions(id: ChartId, scope: AccessScope): Promise<readonly ReleaseSummary[] | null>;
  /** What else is in the chart's repository; empty for a chart there is not. */
  otherTags(id: ChartId, scope: AccessScope): Promise<OtherTags | null>;
  /** `version` is a version, a tag or a manifest digest; null is the latest. */
  release(id: ChartId, version: string | null, scope: AccessScope): Promise<ChartRelease | null>;
  /** A file of the archive as its bytes are; null as well if the archive cannot be read. Throws `RegistryError` if it cannot be had. */
  file(id: ChartId, version: string, path: string, scope: AccessScope): Promise<Uint8Array | null>;
  sources(scope: AccessScope): Promise<readonly SourceState[]>;
  failedReleases(source: SourceId, scope: AccessScope): Promise<FailedReleases | null>;
  /** All releases of a source, or of what lies below a namespace of it. Null too if nothing lies below the namespace. */
  listing(source: SourceId, namespace: string | null, scope: AccessScope): Promise<SourceListing | null>;
  /** A release's archive as its bytes are; reading it throws `RegistryError` if it cannot be had. */
  archive(id: ChartId, tag: Tag, scope: AccessScope): Promise<ReleaseArchive | null>;
  /** Every chart, by source and repository. */
  charts(scope: AccessScope): AsyncIterable<ChartPlace>;
}

/** The search engine did not answer: nothing is known, which is not "nothing found". */
export class CatalogError extends Error {
  override readonly name = "CatalogError";

  // By name: Next.js bundles this class once for pages and once for routes, and the catalog they share throws either.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "CatalogError";
  }
}
