/** A chart another chart brings along (Chart.yaml `dependencies`). */
export interface ChartDependency {
  readonly name: string;
  /** A range, such as `^1.2.0`. */
  readonly version: string;
  readonly repository: string;
  readonly alias: string | null;
  readonly condition: string | null;
  readonly tags: readonly string[];
}

/** Somebody who looks after a chart. */
export interface Maintainer {
  readonly name: string;
  readonly email: string | null;
  /** An http(s) address or null. */
  readonly url: string | null;
}

/**
 * Chart.yaml, reshaped: every field present, of one type, and bounded in length. Source: the archive, not the
 * config blob, which Helm never compares with it (helm/helm#32539).
 */
export interface ChartMetadata {
  readonly apiVersion: string;
  readonly name: string;
  /** As written; by Helm's rules a semantic version, though some charts write `1.9` or `v1.2.3`. */
  readonly version: string;
  readonly appVersion: string | null;
  readonly kubeVersion: string | null;
  readonly description: string;
  readonly type: "application" | "library";
  readonly deprecated: boolean;
  readonly keywords: readonly string[];
  /** An http(s) address or null; so are `sources`. */
  readonly home: string | null;
  readonly sources: readonly string[];
  /** As written: an address, a `data:` URI, or neither. */
  readonly icon: string | null;
  readonly maintainers: readonly Maintainer[];
  readonly dependencies: readonly ChartDependency[];
  readonly annotations: Readonly<Record<string, string>>;
}
