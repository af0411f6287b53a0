import { isJsonObject, type Json, memberOf } from "../values/json.ts";
import { keyPath, readKeyNames } from "../values/key-path.ts";
import type { KnownKey, ValuesModel } from "./values-model.ts";

/** A place in the values of a release, with everything that is known to stand below it. */
export interface KnownNode {
  readonly path: string;
  readonly name: string;
  /** Null for one that is only on the way to others. */
  key: KnownKey | null;
  readonly children: Map<string, KnownNode>;
  /** Undefined where nothing is the default. */
  readonly value: Json | undefined;
  /** Whether a schema or a template takes any key below. */
  open: boolean;
}

/** What stands at the paths of a release. */
export interface KnownTree {
  readonly root: KnownNode;
  /** By the last name of their path. */
  readonly byName: ReadonlyMap<string, readonly KnownNode[]>;
}

/** Places that are kept; of 801 real charts none has more than 12,000. */
const MAX_NODES = 60_000;
const MAX_DEPTH = 100;

/** Puts together what is known of a release: its default values, and keys they do not hold. */
export function growKnownTree({ defaults, keys }: ValuesModel): KnownTree {
  const byName = new Map<string, KnownNode[]>();
  let count = 0;

  function plant(name: string, path: string, value: Json | undefined): KnownNode {
    count += 1;
    const node: KnownNode = { path, name, key: null, children: new Map(), value, open: false };
    const namesakes = byName.get(name);
    if (namesakes === undefined) byName.set(name, [node]);
    else namesakes.push(node);
    return node;
  }

  function child(parent: KnownNode, name: string, value: Json | undefined): KnownNode | null {
    const known = parent.children.get(name);
    if (known !== undefined) return known;
    if (count >= MAX_NODES) return null;
    const node = plant(name, keyPath(parent.path, name), value);
    parent.children.set(name, node);
    return node;
  }

  function grow(node: KnownNode, depth: number): void {
    if (!isJsonObject(node.value) || depth > MAX_DEPTH) return;
    for (const name of Object.keys(node.value)) {
      const below = child(node, name, memberOf(node.value, name));
      if (below !== null) grow(below, depth + 1);
    }
  }

  const root: KnownNode = {
    ...{ path: "", name: "", key: null, children: new Map(), value: defaults, open: false },
  };
  grow(root, 0);
  for (const key of keys) {
    let node: KnownNode | null = root;
    for (const name of readKeyNames(key.path).slice(0, MAX_DEPTH)) {
      if (node !== null && key.path !== "") node = child(node, name, undefined);
    }
    if (node === null) continue;
    node.key ??= key;
    node.open ||= key.open;
  }
  return { root, byName };
}

/** The place at these names, if it is known. */
export function nodeAt(root: KnownNode, names: readonly string[]): KnownNode | null {
  let node: KnownNode | null = root;
  for (const name of names) node = node?.children.get(name) ?? null;
  return node;
}

/**
 * Whether keys nobody listed may stand below: where the default is an empty mapping or none, or where a schema or a template
 * takes any. Of a key that only templates know, those below it are the ones they read.
 */
export function takesAnything({ open, children, value }: KnownNode): boolean {
  if (open || children.size === 0) return true;
  return value !== undefined && !(isJsonObject(value) && Object.keys(value).length > 0);
}
