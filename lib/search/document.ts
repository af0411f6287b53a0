import { createHash } from "node:crypto";
import type { SourceProblem, SyncProgress } from "../catalog/catalog.ts";
import type { SourceId } from "../config/chartroom-config.ts";
import type { Digest, RepositoryName, Tag } from "../oci/reference.ts";
import type { StoredMetadata } from "./stored-metadata.ts";

/** Goes up whenever the same archive would give another document; documents of an older reader are read again. */
export const READER_VERSION = 2;

/** A descriptor, as far as documents keep it. Size in bytes. */
export interface StoredBlob {
  readonly digest: Digest;
  readonly size: number;
}

/**
 * What one tag was last seen to be. Nothing in it depends on when it was read, so equal registries give equal indexes; but for
 * `movedFrom`, equal registries of equal history.
 */
export interface ReleaseDocument {
  readonly id: string;
  /** The chart document's id. */
  readonly chart: string;
  readonly source: SourceId;
  readonly repository: RepositoryName;
  readonly tag: Tag;
  /** `other` is what is not a chart (image, signature), remembered so that it is not read again. */
  readonly kind: "chart" | "failed" | "other";
  readonly reader: number;
  /** What the tag points at; an index, when the chart lies in one. */
  readonly digest: Digest;
  /** The chart's own manifest. */
  readonly manifest: Digest;
  /**
   * The chart's manifest under this tag before this one. History, which no registry gives back: absent in an index that never
   * saw the tag move.
   */
  readonly movedFrom?: Digest;
  readonly version: string;
  readonly created: string | null;
  readonly layer: StoredBlob | null;
  readonly provenance: StoredBlob | null;
  /** Where a chart repository says the archive is, absolute; null in other sources. */
  readonly archive: string | null;
  readonly hasSchema: boolean;
  readonly metadata: StoredMetadata | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** What has to be known of a release that is indexed: all but the metadata, by far the most of it. */
export type KnownRelease = Omit<ReleaseDocument, "id" | "metadata">;

/** One repository as search finds it: its latest release, in words. Dates in seconds since 1970 are for sorting and comparing. */
export interface ChartDocument {
  readonly id: string;
  readonly source: SourceId;
  readonly repository: RepositoryName;
  /** Tells whether the document is that of the releases indexed now (chart-document.ts). */
  readonly fingerprint: string;
  readonly namespace: string;
  readonly name: string;
  /** The name without `-`, `_` and `.`, for those who type `argocd`. */
  readonly nameJoined: string;
  /** Words in the name: `redis` stands before `redis-exporter` when only a prefix was typed. */
  readonly nameWords: number;
  /** Other names it goes by. */
  readonly aliases: readonly string[];
  /** The name whole and joined, its words and the other names, for `name:`. */
  readonly nameParts: readonly string[];
  /** Owners and repositories its home and sources name: `argoproj argo cd`. */
  readonly origin: string;
  /** The archive: what is the same in several places is one hit. */
  readonly layer: Digest;
  /** Of its newest releases, manifests and archives, for `digest:`. */
  readonly digests: readonly Digest[];
  /** 0 stable, 1 only prereleases, 2 deprecated. */
  readonly standing: number;
  /** 0 where its makers publish it themselves, else 1. */
  readonly upstream: number;
  readonly releases: number;
  readonly version: string;
  readonly versionNumber: number | null;
  readonly appVersion: string | null;
  readonly appNumber: number | null;
  readonly description: string;
  readonly keywords: readonly string[];
  /** What the field knows its software is for (rank/known-software.ts): `identity provider`. */
  readonly about: readonly string[];
  readonly maintainers: readonly string[];
  readonly type: "application" | "library";
  readonly license: string | null;
  readonly category: string | null;
  readonly kubeVersion: string | null;
  /** The Kubernetes versions it accepts, from and below (version-number.ts); null: any. */
  readonly kubeFrom: number | null;
  readonly kubeBelow: number | null;
  readonly deprecated: boolean;
  readonly prerelease: boolean;
  readonly signed: boolean;
  readonly hasSchema: boolean;
  /** What `is:` asks for. */
  readonly is: readonly ChartMark[];
  readonly created: string | null;
  readonly createdTs: number | null;
  readonly updated: string | null;
  readonly updatedTs: number | null;
  readonly dependencies: readonly string[];
  readonly kinds: readonly string[];
  readonly crds: readonly string[];
  /** Each CRD's kind, full name and group, for `crd:`. */
  readonly crdNames: readonly string[];
  readonly images: readonly string[];
  /** Each image's name whole, without its host, and its last part, for `image:`. */
  readonly imageNames: readonly string[];
  /** Where images, CRDs and kinds were found: a values key, or a file of the archive and the line. */
  readonly found: readonly FoundPlace[];
  readonly sections: readonly { readonly heading: string; readonly anchor: string; readonly text: string }[];
  readonly values: readonly { readonly key: string; readonly text: string }[];
  /** Every key path, for `value:`. */
  readonly valueKeys: readonly string[];
  /** What it is about (rank/terms.ts), the most telling first. */
  readonly terms: string;
}

/** Where something is in a chart. `path` is a file, a values key (without `/`), or null for an annotation. */
export interface FoundPlace {
  readonly field: "images" | "crds" | "kinds";
  readonly word: string;
  readonly path: string | null;
  readonly line: number | null;
}

/** What `is:` can ask of a chart. */
export type ChartMark =
  | "signed"
  | "deprecated"
  | "library"
  | "application"
  | "prerelease"
  | "stable"
  | "schema"
  | "operator"
  | "crds";

/** How the reading of one source stands. */
export interface SourceDocument {
  /** The source's name. */
  readonly id: SourceId;
  readonly status: "reading" | "current" | "failing";
  /** While it is being read: whether the reading before did not get through. */
  readonly failedBefore?: boolean;
  readonly lastRead: string | null;
  /** Start of the last pass that saw everything: tags whose turn came before need not be asked about again. */
  readonly recheckedAt?: string | null;
  readonly progress: SyncProgress | null;
  readonly problems: readonly SourceProblem[];
}

/** What may have changed in a registry, as an event says. */
export interface WishDocument {
  /** Equal for what coalesces: events of one tag, or of one digest without a tag. */
  readonly id: string;
  /** Another one for every event, so that a wish is dropped only if it is still the one that was fulfilled. */
  readonly nonce: string;
  /** When the event came in. */
  readonly at: string;
  readonly source: SourceId;
  /** Null: the whole source is to be read. */
  readonly repository: RepositoryName | null;
  readonly kind: "push" | "delete" | "read";
  /** With neither, anything in the repository may have changed. */
  readonly tag: Tag | null;
  readonly digest: Digest | null;
  /** Only with a whole source: the operator says that a registry which lists nothing is empty indeed. */
  readonly acceptEmpty?: boolean;
}

/** Document ids are hashes: the engine allows [A-Za-z0-9_-] only. */
export function chartDocumentId(source: SourceId, repository: RepositoryName): string {
  return hashOf([source, repository]);
}

/** The id of a tag's document. */
export function releaseDocumentId(source: SourceId, repository: RepositoryName, tag: Tag): string {
  return hashOf([source, repository, tag]);
}

/** The id under which wishes for the same thing take each other's place; a plain one does not take a confirmation's. */
export function wishDocumentId(
  wish: Pick<WishDocument, "source" | "repository" | "tag" | "digest" | "acceptEmpty">,
): string {
  const place = [wish.source, wish.repository ?? "", wish.tag ?? wish.digest ?? ""];
  return hashOf(wish.acceptEmpty ? [...place, "accept empty"] : place);
}

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 40);
}
