import { createHash } from "node:crypto";
import { channelOf, compareVersions } from "../chart/version.ts";
import type { SourceConfig } from "../config/chartroom-config.ts";
import type { Digest, RepositoryName, Tag } from "../oci/reference.ts";
import type { ReleaseDocument } from "../search/document.ts";

/** Every tag is asked about at least this often, ms. */
const PERIOD = 24 * 3_600_000;
/** Newest versions of a chart that are asked about at every pass: a version is pushed again while it is new. */
const NEWEST = 2;

/** Which of the tags that are indexed are to be asked about, since a tag may have been pushed again. Times in ms since 1970. */
export type Recheck =
  | { readonly kind: "all" }
  /** What is due since the pass that began then. */
  | { readonly kind: "paced"; readonly since: number; readonly now: number }
  /** What an event named, by tag or by what a tag points at. */
  | { readonly kind: "named"; readonly tags: ReadonlySet<Tag>; readonly digests: ReadonlySet<Digest> };

/**
 * Since when tags must have had their turn to be asked about in the next pass, for `syncSource`: everything when a person
 * asks, what is due since the last pass in a registry, and everything where it costs no request, in patience with failures.
 */
export function recheckSince(
  kind: SourceConfig["kind"],
  asked: boolean,
  lastPass: number | null,
): number | null {
  if (asked) return null;
  return kind === "registry" ? lastPass : 0;
}

/** What a decision needs of a release. */
export type PacedRelease = Pick<ReleaseDocument, "tag" | "digest" | "kind" | "version">;

/** The indexed tags that are to be asked about now; pure. */
export function planRechecks(
  indexed: readonly PacedRelease[],
  repository: RepositoryName,
  recheck: Recheck,
): ReadonlySet<Tag> {
  if (recheck.kind === "all") return tagsOf(indexed);
  if (recheck.kind === "named") {
    return tagsOf(indexed.filter(({ tag, digest }) => recheck.tags.has(tag) || recheck.digests.has(digest)));
  }
  const { since, now } = recheck;
  const turn = indexed.filter(({ tag }) => {
    const phase = phaseOf(repository, tag);
    return Math.floor((now - phase) / PERIOD) > Math.floor((since - phase) / PERIOD);
  });
  return new Set([...tagsOf(restless(indexed)), ...tagsOf(turn)]);
}

/** The newest versions, and tags that are no version, which are made to move. What is no chart has no such tags. */
function restless(indexed: readonly PacedRelease[]): readonly PacedRelease[] {
  const charts = indexed.filter(({ kind }) => kind !== "other");
  const floating = charts.filter(({ version }) => channelOf(version) === "other");
  const versions = charts.filter(({ version }) => channelOf(version) !== "other");
  return [...floating, ...versions.sort((a, b) => compareVersions(b.version, a.version)).slice(0, NEWEST)];
}

/** The moment of the period at which a tag has its turn: the same for ever, and spread evenly over all tags. */
function phaseOf(repository: RepositoryName, tag: Tag): number {
  return createHash("sha256").update(`${repository}:${tag}`).digest().readUInt32BE() % PERIOD;
}

function tagsOf(releases: readonly PacedRelease[]): ReadonlySet<Tag> {
  return new Set(releases.map(({ tag }) => tag));
}
