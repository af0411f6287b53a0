import type { ChartMetadata } from "../chart/metadata.ts";
import type { Digest, RepositoryName, Tag } from "../oci/reference.ts";
import type { ChartId } from "./chart-path.ts";

/** A release as a list of all of a source has it: one that has a version and can be installed. */
export interface ListedRelease {
  readonly repository: RepositoryName;
  readonly tag: Tag;
  readonly version: string;
  readonly created: string | null;
  /** Of the archive. */
  readonly digest: Digest;
  /** Where Helm gets the archive: `oci://…:tag` or an address of the web; null if only Chartroom can give it. */
  readonly address: string | null;
  readonly metadata: ChartMetadata;
}

/** What a source holds. */
export interface SourceListing {
  /** Other content, another fingerprint. */
  readonly fingerprint: string;
  /**
   * Read as they are asked for, ordered by the chart's name, then by repository: releases of one name come one after the
   * other. Throws `CatalogError` when the search engine is lost on the way.
   */
  releases(): AsyncIterable<ListedRelease>;
}

/** The archive of a release. Size in bytes. */
export interface ReleaseArchive {
  /** The name Helm gives the file: `<chart>-<version>.tgz`. */
  readonly fileName: string;
  readonly digest: Digest;
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** A chart's place and when its latest release was made. */
export interface ChartPlace {
  readonly id: ChartId;
  readonly updated: string | null;
}
