/** What the check of somebody's values found. Plain JSON: it travels out of the worker. */
export interface CheckReport {
  /** Lines of the file, and keys without those in lists. */
  readonly lines: number;
  readonly keys: number;
  /** False if Helm would not read the file: then nothing but that is said. */
  readonly readable: boolean;
  /** In the order of the file within each kind; of each kind at most 500. */
  readonly findings: readonly Finding[];
  /** How many there are of each kind. */
  readonly counts: Readonly<Record<FindingKind, number>>;
  /** The file without what equals the default; null if there is nothing to leave out, or if lines alone cannot do it. */
  readonly cleaned: string | null;
  /** One sentence each: what could not be checked. */
  readonly limits: readonly string[];
}

/** What can be found, the gravest first. */
export const FINDING_KINDS = [
  "syntax",
  "schema",
  "unknown",
  "vanished",
  "type",
  "duplicate",
  "deprecated",
  "doubtful",
  "unused",
  "default",
] as const;
/** One of them. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing that was found. */
export interface Finding {
  readonly kind: FindingKind;
  /** In the file that was checked, from 1; null for what is not in it. */
  readonly line: number | null;
  readonly column: number | null;
  /** The key it is about. */
  readonly path: string | null;
  readonly message: string;
  /** A key of the chart that was probably meant, or that took this one's place. */
  readonly instead: string | null;
  /** The key of the chart whose documentation tells more: the key itself, or the nearest above it. */
  readonly documented: string | null;
}

/** How many of one kind are told one by one. */
export const MAX_FINDINGS = 500;
