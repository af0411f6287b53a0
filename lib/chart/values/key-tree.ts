import { readKeyNames } from "./key-path.ts";
import type { AnnotatedValues } from "./read-values.ts";
import type { ValueKey } from "./values.ts";

/** A key, and where it is written. */
export interface PlacedKey extends Omit<ValueKey, "path"> {
  /** Of the archive. */
  readonly file: string;
  /** What its comment says in JSON Schema, as YAML. */
  readonly comment: string | null;
}

/** A key with those in it, by name. The top of a tree is no key, nor is what only `@extra global.name` speaks of around it. */
export interface KeyNode {
  readonly key: PlacedKey | null;
  readonly children: ReadonlyMap<string, KeyNode>;
}

/** Nothing that is set. */
export const NO_KEYS: KeyNode = { key: null, children: new Map() };

interface OpenNode {
  key: PlacedKey | null;
  readonly children: Map<string, OpenNode>;
}

/** The keys of one file as a tree, in its order. */
export function createKeyTree({ keys, schemas }: AnnotatedValues, file: string): KeyNode {
  const root: OpenNode = { key: null, children: new Map() };
  const byPath = new Map<string, OpenNode>([["", root]]);
  for (const { path, ...key } of keys) {
    const around = pathAround(path, byPath);
    const names = readKeyNames(path.slice(around === "" ? 0 : around.length + 1));
    let node = byPath.get(around) ?? root;
    for (const name of names) node = childOf(node, name);
    node.key ??= { ...key, file, comment: schemas.get(path) ?? null };
    byPath.set(path, node);
  }
  return root;
}

function childOf({ children }: OpenNode, name: string): OpenNode {
  const child = children.get(name) ?? { key: null, children: new Map() };
  children.set(name, child);
  return child;
}

/** The nearest key a path is in: objects stand before what is in them, but what is only documented (`@extra`) stands anywhere. */
function pathAround(path: string, known: ReadonlyMap<string, OpenNode>): string {
  for (let end = path.lastIndexOf("."); end > 0; end = path.lastIndexOf(".", end - 1)) {
    const around = path.slice(0, end);
    if (known.has(around)) return around;
  }
  return "";
}

/**
 * A subchart's keys with what a chart around it sets: in the order of the subchart, what only the other sets at the end. Type, default
 * and place are those of what is set, words the subchart's where the other has none.
 */
export function overlayKeys(over: KeyNode, under: KeyNode): KeyNode {
  if (over.key !== null && under.key !== null && over.key.type !== "object") {
    return { key: overlayKey(over.key, under.key), children: over.children };
  }
  const children = new Map(under.children);
  for (const [name, child] of over.children) {
    const below = children.get(name);
    children.set(name, below === undefined ? child : overlayKeys(child, below));
  }
  const key =
    over.key === null || under.key === null ? (over.key ?? under.key) : overlayKey(over.key, under.key);
  if (key === null || under.children.size === 0 || key.default !== "{}") return { key, children };
  return { key: { ...key, default: under.key?.default ?? null }, children };
}

/** As `overlayKeys`, of keys alone that `under` has. */
export function overlayKnownKeys(over: KeyNode, under: KeyNode): KeyNode {
  const children = new Map<string, KeyNode>();
  for (const [name, child] of under.children) {
    const above = over.children.get(name);
    children.set(name, above === undefined ? child : overlayKnownKeys(above, child));
  }
  const key = over.key === null || under.key === null ? under.key : overlayKey(over.key, under.key);
  return { key: children.size > 0 ? under.key : key, children };
}

function overlayKey(over: PlacedKey, under: PlacedKey): PlacedKey {
  return {
    ...over,
    description: over.description || under.description,
    section: under.section,
    comment: over.comment ?? under.comment,
  };
}
