import type { Json } from "../values/json.ts";
import { readKeyNames } from "../values/key-path.ts";
import type { Finding } from "./check-report.ts";
import { keysInNote } from "./deprecation-note.ts";
import { equalJson } from "./equal-json.ts";
import { type KnownNode, type KnownTree, nodeAt } from "./known-tree.ts";
import { nearestKey } from "./nearest-key.ts";
import type { UserKey } from "./user-file.ts";
import type { ValuesModel } from "./values-model.ts";

/** The release a file was written for. */
export interface EarlierRelease {
  readonly version: string;
  readonly tree: KnownTree;
  /** Where keys of it are in the release that is asked about, as far as that release or this one says so. */
  readonly successors: ReadonlyMap<string, Successor>;
}

/** What took a key's place, and who says so. */
interface Successor {
  readonly path: string;
  readonly reason: string;
}

/** Notes that are searched for names of vanished keys. */
const MAX_NOTES = 2_000;

/** Looks through what descriptions in either release say of keys that are only in the earlier one. */
export function readEarlierRelease(
  earlier: ValuesModel,
  earlierTree: KnownTree,
  chosen: ValuesModel,
  tree: KnownTree,
): EarlierRelease {
  const successors = new Map<string, Successor>();
  const isGone = (path: string) => nodeAt(tree.root, readKeyNames(path)) === null;
  const isThere = (path: string) => path !== "" && !isGone(path);
  for (const { path, note } of earlier.keys.filter((key) => key.note !== null).slice(0, MAX_NOTES)) {
    if (note === null || !isGone(path)) continue;
    const next = keysInNote(note).find((word) => word !== path && word.length > 2 && isThere(word));
    if (next !== undefined)
      successors.set(path, { path: next, reason: `Its description in ${earlier.version} said: ${note}` });
  }
  for (const { path, note } of chosen.keys.filter((key) => key.note !== null).slice(0, MAX_NOTES)) {
    for (const word of note === null ? [] : keysInNote(note)) {
      const gone =
        word.includes(".") && isGone(word) && nodeAt(earlierTree.root, readKeyNames(word)) !== null;
      if (gone && !successors.has(word))
        successors.set(word, { path, reason: `The description of “${path}” says: ${note}` });
    }
  }
  return { version: earlier.version, tree: earlierTree, successors };
}

/**
 * What is said of a key that the earlier release had and the chosen one has not: of a mapping as a whole, unless what was in it
 * is now in several places.
 */
export function vanishedFindings(
  key: UserKey,
  before: KnownNode,
  earlier: EarlierRelease,
  tree: KnownTree,
  beside: ReadonlyMap<string, UserKey>,
): readonly Finding[] {
  const told = earlier.successors.get(key.path) ?? moved(before, earlier.tree, tree);
  if (told === null && key.keys !== null) {
    const below = key.keys;
    const parts = [...below.values()].flatMap((inner) => {
      const known = before.children.get(inner.name);
      return known === undefined ? [] : vanishedFindings(inner, known, earlier, tree, below);
    });
    if (parts.some(({ instead }) => instead !== null)) return parts;
  }
  const successor = told ?? similar(key, tree, earlier.tree, beside);
  const gone = `“${key.path}” is in ${earlier.version} and no longer here, so it has no effect.`;
  return [
    {
      ...{ kind: "vanished", line: key.line, column: null, path: key.path, documented: null },
      message:
        successor === null ? `${gone} Nothing tells what took its place.` : `${gone} ${successor.reason}`,
      instead: successor?.path ?? null,
    },
  ];
}

/** The one new key with the same name and default. */
function moved(before: KnownNode, earlier: KnownTree, tree: KnownTree): Successor | null {
  const candidates = (tree.byName.get(before.name) ?? []).filter(
    (node) => isNew(node, earlier) && equalJson(node.value ?? null, before.value ?? null),
  );
  const renamed =
    candidates.length > 0 || !saysMuch(before.value) ? [] : newWithValue(before.value, earlier, tree);
  const [only, another] = [...candidates, ...renamed];
  if (only === undefined || another !== undefined) return null;
  const alike = only.name === before.name ? "the same name and default" : "the same default";
  return { path: only.path, reason: `Perhaps it is “${only.path}” now: that is new, with ${alike}.` };
}

function newWithValue(value: Json | undefined, earlier: KnownTree, tree: KnownTree): readonly KnownNode[] {
  return [...tree.byName.values()]
    .flat()
    .filter(
      (node) => node.value !== undefined && isNew(node, earlier) && equalJson(node.value, value ?? null),
    );
}

/** Whether a default is unlike enough to others that the same one elsewhere is no accident. */
function saysMuch(value: Json | undefined): boolean {
  if (typeof value === "string") return value.length >= 8;
  return typeof value === "object" && value !== null && JSON.stringify(value).length >= 30;
}

function similar(
  key: UserKey,
  tree: KnownTree,
  earlier: KnownTree,
  beside: ReadonlyMap<string, UserKey>,
): Successor | null {
  const names = readKeyNames(key.path);
  const parent = nodeAt(tree.root, names.slice(0, -1));
  const near = parent === null ? null : nearestKey(key, parent, tree, beside);
  if (near === null || !isNew(near, earlier)) return null;
  return { path: near.path, reason: `Perhaps it is “${near.path}” now, which is new.` };
}

function isNew(node: KnownNode, earlier: KnownTree): boolean {
  return nodeAt(earlier.root, readKeyNames(node.path)) === null;
}
