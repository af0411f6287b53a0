import { isJsonObject, type Json, memberOf } from "../values/json.ts";
import type { Finding, FindingKind } from "./check-report.ts";
import { equalJson } from "./equal-json.ts";
import { type KnownNode, type KnownTree, takesAnything } from "./known-tree.ts";
import { nearestKey, nearestSibling } from "./nearest-key.ts";
import { typeFinding } from "./type-change.ts";
import type { LineSpan, UserKey } from "./user-file.ts";
import { type EarlierRelease, vanishedFindings } from "./vanished-keys.ts";

/** What walking through the keys of a file found. */
export interface KeyFindings {
  readonly findings: readonly Finding[];
  /** Lines that say what is the default anyway. */
  readonly idle: readonly (LineSpan | null)[];
}

/** Letters by which a key among others that anything goes may differ to be taken for a slip: one, of longer names two. */
const MAX_SLIP = 2;

/** Compares each key with what is known of the release, and of the one the file was written for. */
export function findInKeys(
  keys: ReadonlyMap<string, UserKey>,
  tree: KnownTree,
  earlier: EarlierRelease | null,
): KeyFindings {
  const findings: Finding[] = [];
  const idle: (LineSpan | null)[] = [];

  function walk(below: ReadonlyMap<string, UserKey>, parent: KnownNode, before: KnownNode | null): void {
    for (const key of below.values()) {
      const node = parent.children.get(key.name);
      const earlierNode = before?.children.get(key.name) ?? null;
      if (node === undefined) findings.push(...strangeKey(key, parent, below, earlierNode));
      else compare(key, node, earlierNode);
    }
  }

  function compare(key: UserKey, node: KnownNode, before: KnownNode | null): void {
    const note = node.key?.note;
    if (note != null) findings.push(finding("deprecated", key, `Its description says: ${note}`, node.path));
    if (node.value !== undefined && saysDefault(key.value, node.value)) {
      findings.push(finding("default", key, `“${key.path}” is set to its default.`, node.path));
      idle.push(key.block);
      return;
    }
    const change = typeFinding(key, node);
    if (change !== null) findings.push(change);
    if (key.keys !== null && (node.value === undefined || isJsonObject(node.value)))
      walk(key.keys, node, before);
  }

  function strangeKey(
    key: UserKey,
    parent: KnownNode,
    beside: ReadonlyMap<string, UserKey>,
    before: KnownNode | null,
  ): readonly Finding[] {
    const documented = parent.path === "" ? null : parent.path;
    const { path } = key;
    if (path.startsWith("global.")) {
      const message = `“${path}” reaches every subchart, but nothing in this chart is known to read it.`;
      return [
        {
          ...finding("unused", key, message, documented),
          instead: nearestSibling(key, parent, beside)?.path ?? null,
        },
      ];
    }
    if (before !== null && earlier !== null) return vanishedFindings(key, before, earlier, tree, beside);
    if (!takesAnything(parent)) {
      const near = nearestKey(key, parent, tree, beside);
      return [
        {
          ...finding("unknown", key, unknownMessage(path, near, parent), documented),
          instead: near?.path ?? null,
        },
      ];
    }
    const near = nearestSibling(key, parent, beside);
    if (near !== null && isSlip(key.name, near.name)) {
      const message = `The chart takes any key here, and lists no “${path}”. Perhaps “${near.path}” was meant.`;
      return [{ ...finding("doubtful", key, message, documented), instead: near.path }];
    }
    if (parent.path !== "") return [];
    const elsewhere = nearestKey(key, parent, tree, beside);
    const message = `The chart lists no “${path}”; since it takes any key at the top, it may know it all the same.`;
    return [{ ...finding("doubtful", key, message, documented), instead: elsewhere?.path ?? null }];
  }

  walk(keys, tree.root, earlier?.tree.root ?? null);
  return { findings, idle };
}

/** Whether a value changes nothing: what is set of a mapping is as it is by default. */
function saysDefault(value: Json, known: Json): boolean {
  if (!isJsonObject(value) || !isJsonObject(known)) return equalJson(value, known);
  return Object.entries(value).every(([name, inner]) => {
    const below = memberOf(known, name);
    return below !== undefined && saysDefault(inner, below);
  });
}

function unknownMessage(path: string, near: KnownNode | null, parent: KnownNode): string {
  const place = parent.path === "" ? "at the top" : `in “${parent.path}”`;
  const unknown = `The chart knows no “${path}”: there is no such key ${place}, so it has no effect.`;
  if (near === null) return unknown;
  const last = path.slice(parent.path === "" ? 0 : parent.path.length + 1);
  return last === near.name
    ? `${unknown} The key of that name is “${near.path}”.`
    : `${unknown} Perhaps “${near.path}” was meant.`;
}

/** Where anything goes, only what is all but the same is worth a word: `PORT1` and `PORT2` are two keys. */
function isSlip(name: string, known: string): boolean {
  if (/\d/.test(name) || /\d/.test(known)) return false;
  const shortest = Math.min(name.length, known.length);
  return shortest >= 3 && Math.abs(name.length - known.length) <= MAX_SLIP;
}

/** A finding about a key of the file. */
function finding(kind: FindingKind, key: UserKey, message: string, documented: string | null): Finding {
  return { kind, line: key.line, column: null, path: key.path, message, instead: null, documented };
}
