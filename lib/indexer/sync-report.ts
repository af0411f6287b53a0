import type { SourceProblem } from "../catalog/catalog.ts";
import type { SourceConfig } from "../config/chartroom-config.ts";
import type { RegistryError } from "../oci/errors.ts";
import { plainText } from "../oci/network-error.ts";
import type { RepositoryName, Tag } from "../oci/reference.ts";
import { REGISTRY_REMEDIES } from "../oci/remedies.ts";
import type { ReleaseDocument } from "../search/document.ts";
import { ARCHIVE_REMEDY, archiveProblemCode } from "../search/failed-releases.ts";
import { publicMessage } from "../source/public-message.ts";

/** What one reading of a source came to. Every release it met is in one of the counts. */
export interface SyncReport {
  readonly repositories: number;
  /** Charts that were read and written in this pass. */
  readonly read: number;
  /** Releases that are as they were. */
  readonly kept: number;
  readonly removed: number;
  /** Archives that are there but cannot be read; they are listed with their reason. */
  readonly failed: number;
  /** Tags that are no charts. */
  readonly other: number;
  /** Repositories and releases of which nothing could be seen; they are as they were. */
  readonly unreadable: number;
  readonly problems: readonly ReadingProblem[];
  /** False if the listing or a whole repository could not be read. */
  readonly complete: boolean;
}

/** A problem with every address that was met, for the log. */
export interface ReadingProblem extends SourceProblem {
  /** The message for everyone's eyes. */
  readonly shown: string;
}

/** Where something went wrong. */
export interface Place {
  readonly repository: RepositoryName;
  readonly tag?: Tag;
}

/** Gathers what happens in one pass; failures are grouped by cause, with the first place as the example. */
export class SyncTally {
  #repositories = 0;
  #read = 0;
  #kept = 0;
  #removed = 0;
  #failed = 0;
  #other = 0;
  #unreadable = 0;
  #complete = true;
  readonly #problems = new Map<string, ReadingProblem>();
  readonly #config: SourceConfig;

  constructor(config: SourceConfig) {
    this.#config = config;
  }

  get repositories(): number {
    return this.#repositories;
  }

  /** Releases that were read in this pass, whatever they turned out to be. */
  get releasesRead(): number {
    return this.#read + this.#failed + this.#other;
  }

  /** A repository that the listing named has been looked at. */
  finishRepository(): void {
    this.#repositories += 1;
  }

  /** Releases that needed no reading. */
  addSettled(kept: number, removed: number): void {
    this.#kept += kept;
    this.#removed += removed;
  }

  addRelease(release: ReleaseDocument): void {
    if (release.kind === "chart") this.#read += 1;
    if (release.kind === "other") this.#other += 1;
    if (release.kind === "failed") this.#failed += 1;
  }

  /** An archive that stays unreadable until it is pushed anew, met now or in an earlier pass. */
  addBadArchive(release: Pick<ReleaseDocument, "repository" | "version" | "error">): void {
    if (release.error === null) return;
    this.#addProblem(
      archiveProblemCode(release.error.code),
      `${release.repository} ${release.version}: ${release.error.message}`,
      ARCHIVE_REMEDY,
    );
  }

  addUnreadable(error: RegistryError, place: Place | null): void {
    this.#unreadable += 1;
    if (place?.tag === undefined) this.#complete = false;
    const where =
      place === null ? "" : `${place.repository}${place.tag === undefined ? "" : `:${place.tag}`}: `;
    const shown = `${where}${publicMessage(this.#config, error.message)}`;
    this.#addProblem(error.code, `${where}${error.message}`, REGISTRY_REMEDIES[error.code], shown);
  }

  /** An entry of a list that is no name here, and so could not be asked for. */
  addUnnamable(entry: string): void {
    this.#unreadable += 1;
    this.#addProblem(
      "no-name",
      `Listed, but no name of a repository or tag: ${plainText(entry)}`,
      "Rename it where it is published: names are lower case, and tags have at most 128 characters.",
    );
  }

  addSuspicion(code: string, message: string, remedy: string): void {
    this.#complete = false;
    this.#addProblem(code, message, remedy);
  }

  report(): SyncReport {
    return {
      repositories: this.#repositories,
      read: this.#read,
      kept: this.#kept,
      removed: this.#removed,
      failed: this.#failed,
      other: this.#other,
      unreadable: this.#unreadable,
      problems: [...this.#problems.values()].sort((a, b) => b.count - a.count),
      complete: this.#complete,
    };
  }

  #addProblem(code: string, message: string, remedy: string, shown = message): void {
    const known = this.#problems.get(code);
    this.#problems.set(
      code,
      known ? { ...known, count: known.count + 1 } : { code, message, remedy, count: 1, shown },
    );
  }
}
