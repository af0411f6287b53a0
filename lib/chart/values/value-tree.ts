import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import { escapeKeyName } from "./key-path.ts";

/** A key of a YAML mapping, with aliases and merge keys resolved. */
export interface TreeKey {
  /** Names from the top, joined as for `--set`. */
  readonly path: string;
  /** Where the key is written: for what came by alias or merge, where that was defined. */
  readonly key: Scalar;
  /** Null if the key has no value. */
  readonly value: Node | null;
}

/** The keys of a document, and whether some were left out because there are too many, or too deep. */
export interface ValueTree {
  readonly keys: readonly TreeKey[];
  readonly complete: boolean;
}

/** Turns an alias into what it stands for: null if that is nothing, or the alias itself. */
export type Resolve = (node: unknown) => Node | null;

/** Of 801 real charts none has more than 1,600. */
export const MAX_KEYS = 10_000;
const MAX_DEPTH = 100;
const MAX_PATH = 1_000;
/** Entries that may be looked at, keys that are overridden included. */
const MAX_STEPS = 200_000;

/**
 * What an alias stands for: the last anchor of its name before it. Found in one pass, for `Alias.resolve` walks the
 * whole document each time (attack: 100,000 aliases).
 */
export function aliasResolver(document: Document): Resolve {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node | null>();
  visit(document, {
    Alias: (_, alias) => {
      targets.set(alias, anchors.get(alias.source) ?? null);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return (node) => {
    if (isAlias(node)) return targets.get(node) ?? null;
    return isScalar(node) || isCollection(node) ? node : null;
  };
}

/**
 * All keys below a mapping, parents first, in the order of the file. A key that comes twice counts where it comes last, as
 * for Helm. Attack: nine mappings that each merge the one before nine times, or hold nine aliases of it, are 9^9 entries
 * in 500 bytes; so keys, their length, depth and steps are bounded.
 */
export function readValueTree(root: YAMLMap, resolve: Resolve): ValueTree {
  const keys: TreeKey[] = [];
  let steps = 0;
  let complete = true;

  function descend(map: YAMLMap, prefix: string, depth: number): void {
    for (const [name, { key, value }] of entriesOf(map, depth)) {
      if (keys.length >= MAX_KEYS || prefix.length + name.length > MAX_PATH) complete = false;
      if (!complete) return;
      const path = prefix + escapeKeyName(name);
      keys.push({ path, key, value });
      if (isMap(value) && withinDepth(depth)) descend(value, `${path}.`, depth + 1);
    }
  }

  function entriesOf(map: YAMLMap, depth: number): ReadonlyMap<string, Omit<TreeKey, "path">> {
    const own = new Map<string, Omit<TreeKey, "path">>();
    const merged = new Map<string, Omit<TreeKey, "path">>();
    for (const pair of map.items) {
      steps += 1;
      if (steps > MAX_STEPS) complete = false;
      if (!complete) break;
      if (!isScalar(pair.key)) continue;
      const name = nameOf(pair.key);
      if (isMergeKey(pair.key)) mergeInto(merged, pair, depth);
      else if (name !== "") {
        own.delete(name);
        own.set(name, { key: pair.key, value: resolve(pair.value) });
      }
    }
    for (const [name, entry] of merged) if (!own.has(name)) own.set(name, entry);
    return own;
  }

  function mergeInto(merged: Map<string, Omit<TreeKey, "path">>, pair: Pair, depth: number): void {
    const value = resolve(pair.value);
    for (const item of isSeq(value) ? value.items : [value]) {
      const source = resolve(item);
      if (!isMap(source) || !withinDepth(depth)) continue;
      for (const [name, entry] of entriesOf(source, depth + 1))
        if (!merged.has(name)) merged.set(name, entry);
    }
  }

  function withinDepth(depth: number): boolean {
    if (depth >= MAX_DEPTH) complete = false;
    return depth < MAX_DEPTH;
  }

  descend(root, "", 0);
  return { keys, complete };
}

/** Whether a key is `<<`, which brings in the keys of other mappings. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.source === "<<" && key.type === "PLAIN";
}

/** As it is written: `8080` and `on` are names like others. */
function nameOf(key: Scalar): string {
  // Attack: the name "\uD800" cannot be part of an address, and the page of the values would be an error.
  return (key.source ?? String(key.value)).toWellFormed();
}
