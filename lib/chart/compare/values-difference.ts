import type { Json } from "../values/json.ts";

/** A key that only one side has, with all that is in it. Paths are as for `--set`. */
export interface LoneKey {
  readonly path: string;
  readonly value: Json;
}

/** A key whose default is another; its type is the same, or one of the two is null. */
export interface ChangedKey {
  readonly path: string;
  readonly from: Json;
  readonly to: Json;
  /** Of lists: what only one side has. Both empty if only the order differs. Null for what is no list. */
  readonly items: { readonly removed: readonly Json[]; readonly added: readonly Json[] } | null;
}

/** A key that is of another type: what users set may no longer fit. */
export interface RetypedKey {
  readonly path: string;
  readonly from: Json;
  readonly to: Json;
}

/** A key that is elsewhere now, with all that is in it, as far as that can be told. */
export interface MovedKey {
  readonly from: string;
  readonly to: string;
  readonly value: Json;
}

/** What an author says of a key on either side. */
export interface DescribedKey {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** How the values of two charts differ. A key is in one list only, but for its description. */
export interface ValuesDifference {
  readonly appeared: readonly LoneKey[];
  readonly vanished: readonly LoneKey[];
  readonly changed: readonly ChangedKey[];
  readonly retyped: readonly RetypedKey[];
  readonly moved: readonly MovedKey[];
  readonly described: readonly DescribedKey[];
}
