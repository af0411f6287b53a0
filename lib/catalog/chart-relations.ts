import type { AccessScope } from "../access/scope.ts";
import type { HubChange } from "../chart/hub-annotations.ts";
import type { ChartDependency } from "../chart/metadata.ts";
import type { Digest, Tag } from "../oci/reference.ts";
import type { ChartId } from "./chart-path.ts";

/** What a chart asks for. */
export type WantedChart = Pick<ChartDependency, "name" | "version" | "repository">;

/** A chart somebody asks for, where the viewer finds it. */
export interface ResolvedDependency {
  readonly id: ChartId;
  /** `address`: it lies where its repository says. `name`: only its name is the same. */
  readonly by: "address" | "name";
  /** The newest release that fits the range; null if none does. */
  readonly version: string | null;
  /** The release one gets who names none. */
  readonly latest: string;
  /** Other charts of that name in scope; none are counted where the address decides. */
  readonly others: number;
}

/** A chart that asks for another. */
export interface Dependent {
  readonly id: ChartId;
  readonly name: string;
  /** Its latest release, which is the one that asks. */
  readonly version: string;
  /** What it asks for. */
  readonly dependency: ChartDependency;
  /** `address`: its repository leads to that chart. `name`: it leads elsewhere, or nowhere that is known. */
  readonly by: "address" | "name";
  /** Whether the release that was asked about fits; null if the range cannot be read. */
  readonly fits: boolean | null;
}

/** Charts that ask for another, those whose address leads there first, then by name. */
export interface Dependents {
  readonly dependents: readonly Dependent[];
  readonly total: number;
  readonly pages: number;
  /** Whether there were more than are looked through. */
  readonly cut: boolean;
}

/** Where else the same archive is. `version` is null if it is there under another tag. */
export interface SamePlace {
  readonly id: ChartId;
  readonly version: string | null;
}

/** A chart that is like another. */
export interface RelatedChart {
  readonly id: ChartId;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly deprecated: boolean;
}

/** What the author says a release changed. */
export interface ReleaseChanges {
  readonly tag: Tag;
  readonly changes: readonly HubChange[];
  readonly containsSecurityUpdates: boolean;
  readonly prerelease: boolean;
}

/** How charts stand to each other and a chart's releases to theirs; the rules are those of `Catalog`. */
export interface ChartRelations {
  /** One answer for each of the first 100; null: no chart in scope. */
  resolveDependencies(
    wanted: readonly WantedChart[],
    scope: AccessScope,
  ): Promise<readonly (ResolvedDependency | null)[]>;
  /** Whose latest release asks for this chart; `version` is what is held against their ranges. `page` is from 1. */
  dependents(id: ChartId, version: string, page: number, scope: AccessScope): Promise<Dependents | null>;
  /** Where else the scope holds an archive that lies in this chart. */
  places(
    id: ChartId,
    archive: { readonly layer: Digest; readonly tag: Tag },
    scope: AccessScope,
  ): Promise<readonly SamePlace[]>;
  /** A few charts with words of its name and keywords, the nearest first. */
  related(id: ChartId, scope: AccessScope): Promise<readonly RelatedChart[]>;
  /** Of the releases named, the first 100; what is unknown or hidden is missing. */
  changes(id: ChartId, tags: readonly Tag[], scope: AccessScope): Promise<readonly ReleaseChanges[]>;
}
