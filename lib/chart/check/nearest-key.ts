import { editDistance } from "../../support/edit-distance.ts";
import { isJsonObject } from "../values/json.ts";
import { readKeyNames } from "../values/key-path.ts";
import type { KnownNode, KnownTree } from "./known-tree.ts";
import type { UserKey } from "./user-file.ts";

/** Namesakes elsewhere that are looked at; `enabled` has hundreds, which tell nothing. */
const MAX_NAMESAKES = 200;
/** Names by which two paths may differ to be taken for one key at the wrong level. */
const MAX_MOVES = 2;
const MAX_NAME = 100;

/**
 * The known key an unknown one was most likely meant to be, or null if none is close: a sibling with nearly the same name, else
 * the same name at another level. `taken` are the names that stand beside it in the file: what is there is not meant again.
 */
export function nearestKey(
  key: UserKey,
  parent: KnownNode,
  tree: KnownTree,
  taken: ReadonlyMap<string, unknown>,
): KnownNode | null {
  return nearestSibling(key, parent, taken) ?? sameNameElsewhere(key, parent, tree);
}

/** The sibling with nearly the same name. Letter case is no difference, nor are `-` and `_`. */
export function nearestSibling(
  key: UserKey,
  parent: KnownNode,
  taken: ReadonlyMap<string, unknown>,
): KnownNode | null {
  const wanted = plain(key.name);
  if (wanted.length > MAX_NAME) return null;
  const limit = Math.max(1, Math.ceil(wanted.length / 4));
  let best: KnownNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of parent.children.values()) {
    if (taken.has(node.name)) continue;
    const distance = editDistance(wanted, plain(node.name), limit);
    if (distance > limit || (distance > 0 && distance >= Math.max(wanted.length, node.name.length))) continue;
    const cost = distance + shapeCost(key, node);
    if (cost >= least) continue;
    best = node;
    least = cost;
  }
  return best;
}

function sameNameElsewhere(key: UserKey, parent: KnownNode, { byName }: KnownTree): KnownNode | null {
  const namesakes = byName.get(key.name) ?? [];
  if (namesakes.length > MAX_NAMESAKES) return null;
  const from = namesOf(parent.path);
  let best: KnownNode | null = null;
  let least = MAX_MOVES + 1;
  let alone = true;
  for (const node of namesakes) {
    const to = namesOf(node.path).slice(0, -1);
    const cost = stepsBetween(from, to) + shapeCost(key, node);
    if (cost > least || cost > MAX_MOVES + 1) continue;
    alone = cost < least;
    best = node;
    least = cost;
  }
  return alone ? best : null;
}

/** Names that are put between or left out to get from one path to the other; no more if neither goes on in the other. */
function stepsBetween(one: readonly string[], other: readonly string[]): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let found = 0;
  for (const name of long) if (name === short[found]) found += 1;
  const shared = sharedStart(one, other);
  return found === short.length ? long.length - short.length : one.length + other.length - 2 * shared;
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((name, at) => name !== other[at]);
  return end === -1 ? one.length : end;
}

/** Prefers what holds the same kind of thing, and for mappings the same keys. */
function shapeCost(key: UserKey, node: KnownNode): number {
  if (node.value === undefined || node.value === null || key.value === null) return 0.2;
  const isMapping = isJsonObject(node.value);
  if (isMapping !== (key.keys !== null) || Array.isArray(node.value) !== Array.isArray(key.value)) return 0.6;
  if (key.keys === null) return typeof node.value === typeof key.value ? 0 : 0.1;
  const known = [...key.keys.keys()].filter((name) => node.children.has(name)).length;
  return key.keys.size === 0 ? 0.2 : 0.4 * (1 - known / key.keys.size);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, "");
}

function namesOf(path: string): readonly string[] {
  return path === "" ? [] : readKeyNames(path);
}
