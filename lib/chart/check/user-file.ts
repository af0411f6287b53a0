import type { Json, JsonObject } from "../values/json.ts";

/** A values file somebody wrote. */
export interface UserFile {
  /** As Helm reads it; empty if it cannot. */
  readonly values: JsonObject;
  /** The keys at the top, in the order of the file. */
  readonly keys: ReadonlyMap<string, UserKey>;
  readonly lines: number;
  /** Keys at any depth, without those in lists. */
  readonly count: number;
  readonly problems: readonly FileProblem[];
  /** Whether Helm would read the file at all. */
  readonly readable: boolean;
}

/** A key of it. */
export interface UserKey {
  readonly name: string;
  /** Names joined as for `--set`. */
  readonly path: string;
  /** From 1; of a key that came by an alias or a merge, where that is written. */
  readonly line: number;
  readonly value: Json;
  /** Of a mapping. */
  readonly keys: ReadonlyMap<string, UserKey> | null;
  /** The lines it takes (from 1, both inclusive), if nothing else is on them. */
  readonly block: LineSpan | null;
}

/** Lines of a file, from 1, both inclusive. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** What is wrong with the file whichever chart it is for. */
export interface FileProblem {
  readonly kind: "syntax" | "duplicate";
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string | null;
  /** A sentence or two, the remedy among them. */
  readonly message: string;
}
