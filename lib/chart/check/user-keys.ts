import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { readHelmScalar, UnreadableScalar } from "../values/helm-scalar.ts";
import type { Json, JsonObject } from "../values/json.ts";
import { escapeKeyName } from "../values/key-path.ts";
import { isMergeKey, type Resolve } from "../values/value-tree.ts";
import type { FileProblem, LineSpan, UserKey } from "./user-file.ts";

const MAX_DEPTH = 100;
/** Keys and items, those of aliases counted wherever they stand. Attack: nine anchors of nine aliases each. */
const MAX_NODES = 200_000;
/** Duplicates and the like that are said. */
const MAX_PROBLEMS = 200;

interface Source {
  readonly resolve: Resolve;
  readonly lineCounter: LineCounter;
  readonly text: string;
}

interface UserKeys {
  readonly values: JsonObject;
  readonly keys: ReadonlyMap<string, UserKey>;
  readonly count: number;
  readonly problems: readonly FileProblem[];
  readonly readable: boolean;
}

/** The keys below a mapping with their places. Of keys that come twice the last counts, as for Helm, and it is said. */
export function readUserKeys(root: YAMLMap, source: Source): UserKeys {
  const reader = new KeyReader(source);
  const keys = reader.readMap(root, "", 0);
  return {
    values: valuesOf(keys),
    keys,
    count: reader.count,
    problems: reader.problems,
    readable: reader.readable,
  };
}

class KeyReader {
  readonly problems: FileProblem[] = [];
  count = 0;
  readable = true;
  readonly #source: Source;
  #nodes = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  readMap(map: YAMLMap, prefix: string, depth: number): ReadonlyMap<string, UserKey> {
    const keys = new Map<string, UserKey>();
    /** Keys this mapping spells out itself, by the line they are in. */
    const written = new Map<string, number>();
    for (const pair of map.items) {
      if (!this.#admit(depth, pair.key)) break;
      if (isMergeKey(pair.key)) this.#merge(keys, pair, prefix, depth);
      else this.#readPair(keys, written, pair, prefix, depth);
    }
    return keys;
  }

  #readPair(
    keys: Map<string, UserKey>,
    written: Map<string, number>,
    pair: Pair,
    prefix: string,
    depth: number,
  ): void {
    const name = this.#nameOf(pair.key);
    if (name === null) return;
    const path = prefix + escapeKeyName(name);
    const line = this.#lineOf(pair.key);
    const before = written.get(name);
    if (before !== undefined) {
      this.#say(
        "duplicate",
        line,
        path,
        `“${path}” is set twice, in line ${before} and in line ${line}. Helm takes the later one, and other programs refuse the file.`,
      );
    }
    written.set(name, line);
    keys.delete(name);
    const node = this.#resolve(pair.value);
    const below = isMap(node) ? this.readMap(node, `${path}.`, depth + 1) : null;
    const value = below === null ? this.#readValue(node, depth + 1) : valuesOf(below);
    this.count += 1;
    keys.set(name, { name, path, line, value, keys: below, block: this.#blockOf(pair) });
  }

  /** As go-yaml v2 does: what comes in is laid over what stands before it; of several mappings the first counts. */
  #merge(keys: Map<string, UserKey>, pair: Pair, prefix: string, depth: number): void {
    const value = this.#resolve(pair.value);
    const sources = isSeq(value) ? value.items.map((item) => this.#resolve(item)).reverse() : [value];
    for (const one of sources) {
      if (!isMap(one)) {
        this.#refuse(
          this.#lineOf(pair.key),
          "“<<” takes a mapping by its alias; here stands something else.",
        );
        continue;
      }
      for (const [name, key] of this.readMap(one, prefix, depth + 1)) keys.set(name, { ...key, block: null });
    }
  }

  #readValue(node: Node | null, depth: number): Json {
    if (node === null || !this.#admit(depth, node)) return null;
    if (isScalar(node)) return this.#readScalar(node);
    if (isSeq(node)) return node.items.map((item) => this.#readValue(this.#resolve(item), depth + 1));
    if (!isMap(node)) return null;
    const { count } = this;
    const value = valuesOf(this.readMap(node, "", depth + 1));
    // Keys in lists belong to nobody's documentation.
    this.count = count;
    return value;
  }

  #readScalar(node: Scalar): Json {
    try {
      return readHelmScalar(node);
    } catch (error) {
      if (!(error instanceof UnreadableScalar)) throw error;
      this.#refuse(this.#lineOf(node), `Helm refuses the file: ${error.message}.`);
      return null;
    }
  }

  #resolve(node: unknown): Node | null {
    const target = this.#source.resolve(node);
    if (target === null && isAlias(node)) {
      const name = `*${node.source.slice(0, 100)}`;
      const remedy = "A text that begins with * needs quotes around it.";
      this.#refuse(
        this.#lineOf(node),
        `“${name}” is an alias, and no anchor of its name comes before it. ${remedy}`,
      );
    }
    return target;
  }

  #nameOf(key: unknown): string | null {
    const node = this.#resolve(key);
    const value = isScalar(node) ? this.#readScalar(node) : null;
    if (value !== null && typeof value !== "object") return String(value).toWellFormed();
    const reason = isMap(node)
      ? "Values files are no templates: Helm does not fill in {{ … }}. As a string it needs quotes around it."
      : "A key is empty or no text: Helm refuses the file.";
    this.#refuse(this.#lineOf(key), reason);
    return null;
  }

  #admit(depth: number, node: unknown): boolean {
    this.#nodes += 1;
    if (depth < MAX_DEPTH && this.#nodes <= MAX_NODES) return true;
    if (this.#nodes > MAX_NODES + 1) return false;
    this.#refuse(
      this.#lineOf(node),
      depth < MAX_DEPTH
        ? "The file is too large with its aliases written out: it was not read to its end."
        : "The file is nested more than 100 levels deep: what is further in was not read.",
    );
    this.#nodes = MAX_NODES + 1;
    return false;
  }

  #refuse(line: number, message: string): void {
    this.readable = false;
    this.#say("syntax", line, null, message);
  }

  #say(kind: FileProblem["kind"], line: number, path: string | null, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ kind, line, column: null, path, message });
  }

  #lineOf(node: unknown): number {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
    return this.#source.lineCounter.linePos(range?.[0] ?? 0).line;
  }

  /** The lines of a key and its value, if they are theirs alone. */
  #blockOf({ key, value }: Pair): LineSpan | null {
    const { lineCounter, text } = this.#source;
    const start = isScalar(key) ? key.range?.[0] : undefined;
    if (start === undefined) return null;
    const end =
      isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value.range?.[1] : undefined;
    const first = lineCounter.linePos(start);
    const last = lineCounter.linePos(Math.max(start, (end ?? start + 1) - 1));
    const before = text.slice(start - first.col + 1, start);
    if (before.trim() !== "") return null;
    const lineEnd = text.indexOf("\n", Math.max(start, (end ?? start + 1) - 1));
    const behind = text.slice(end ?? start, lineEnd === -1 ? text.length : lineEnd);
    // `a: {b: 1}, …` of one line, or what a brace closes.
    if (end !== undefined && !/^\s*(?:#.*)?$/.test(behind)) return null;
    return { first: first.line, last: last.line };
  }
}

function valuesOf(keys: ReadonlyMap<string, UserKey>): JsonObject {
  return Object.fromEntries([...keys].map(([name, { value }]) => [name, value]));
}
