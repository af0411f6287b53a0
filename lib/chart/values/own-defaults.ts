import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type YAMLMap,
} from "yaml";
import { readHelmScalar, UnreadableScalar } from "./helm-scalar.ts";
import { isJsonObject, type Json, type JsonObject, memberOf } from "./json.ts";
import { aliasResolver, isMergeKey, type Resolve } from "./value-tree.ts";
import { invalidYaml, refusedValues, TOO_DEEP } from "./values-problem.ts";

/** The values of a chart, and in one sentence why some may be missing or Helm would refuse them. */
export interface DefaultValues {
  readonly values: JsonObject;
  readonly problem: string | null;
}

const MAX_DEPTH = 100;
/** Characters of keys and texts with aliases written out. A file of the largest size has no more unless by aliases. */
const MAX_WEIGHT = 2 * 1024 * 1024;

const NOTHING: DefaultValues = { values: {}, problem: null };

/**
 * What Helm takes from one values.yaml: YAML 1.1 words, octal numbers, merge keys and aliases as go-yaml v2 reads them; of
 * keys that come twice the last; of several documents all, the later over the earlier, as since Helm 3.18. Never throws:
 * `values` are then what could be read, and `problem` says what not.
 */
export function readOwnDefaults(text: string): DefaultValues {
  const refused = refusedValues(text);
  if (refused !== null) return { values: {}, problem: refused };
  try {
    return readDocuments(text);
  } catch (error) {
    // The parser has no depth it refuses; the stack has.
    if (!(error instanceof RangeError)) throw error;
    return { values: {}, problem: TOO_DEEP };
  }
}

function readDocuments(text: string): DefaultValues {
  const lineCounter = new LineCounter();
  // Helm takes keys that come twice, and so does this.
  const options = { lineCounter, uniqueKeys: false, prettyErrors: false, logLevel: "error" } as const;
  const documents = parseAllDocuments(text, options);
  let { values, problem } = NOTHING;
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) problem ??= invalidYaml(error, lineCounter);
    const read = readDocument(document);
    values = laidOver(read.values, values);
    problem ??= read.problem;
  }
  return { values, problem };
}

function readDocument(document: Document): DefaultValues {
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return NOTHING;
  if (!isMap(root)) return { values: {}, problem: "The file holds no keys." };
  const resolve = aliasResolver(document);
  const reader = createReader(resolve);
  const values = reader.read(root, 0);
  return { values: isJsonObject(values) ? values : {}, problem: reader.problem() };
}

interface Weighed {
  readonly value: Json;
  readonly weight: number;
}

interface Reader {
  readonly read: (node: Node | null, depth: number) => Json;
  readonly problem: () => string | null;
}

/**
 * Attack: ten anchors, each a list of ten aliases of the one before, stand for 10,000,000,000 values: each node is read once
 * and shared, and what it weighs is counted wherever it stands.
 */
function createReader(resolve: Resolve): Reader {
  const done = new Map<Node, Weighed>();
  const open = new Set<Node>();
  let problem: string | null = null;

  function refuse(reason: string): Weighed {
    problem ??= reason;
    return { value: null, weight: 1 };
  }

  function read(node: Node | null, depth: number): Weighed {
    if (node === null) return { value: null, weight: 1 };
    if (isScalar(node)) return readScalar(() => readHelmScalar(node));
    const known = done.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) return refuse("The file holds an alias within what it stands for: Helm refuses it.");
    if (depth >= MAX_DEPTH) return refuse("The file is nested too deeply: not all of it was read.");
    open.add(node);
    const weighed = isMap(node) ? readMap(node, depth) : readList(isSeq(node) ? node.items : [], depth);
    open.delete(node);
    done.set(node, weighed);
    return weighed;
  }

  function follow(node: unknown): Node | null {
    const target = resolve(node);
    if (target === null && isAlias(node)) refuse("Helm refuses the file: an alias has no anchor before it.");
    return target;
  }

  function readScalar(scalar: () => null | boolean | number | string): Weighed {
    try {
      const value = scalar();
      return { value, weight: 1 + (typeof value === "string" ? value.length : 0) };
    } catch (error) {
      if (!(error instanceof UnreadableScalar)) throw error;
      return refuse(`Helm refuses the file: ${error.message}.`);
    }
  }

  function readList(items: readonly unknown[], depth: number): Weighed {
    const values: Json[] = [];
    let weight = 1;
    for (const item of items) {
      const one = read(follow(item), depth + 1);
      weight += one.weight;
      if (weight > MAX_WEIGHT) return tooMuch(values);
      values.push(one.value);
    }
    return { value: values, weight };
  }

  /** A merge key sets what stands before it, too: so it is in go-yaml v2, and against the specification. */
  function readMap({ items }: YAMLMap, depth: number): Weighed {
    const entries = new Map<string, Json>();
    let weight = 1;
    for (const { key, value } of items) {
      if (isMergeKey(key)) {
        for (const one of mergedInto(follow(value), depth)) {
          weight += one.weight;
          if (weight > MAX_WEIGHT) return tooMuch(fromEntries(entries));
          if (!isJsonObject(one.value))
            refuse("Helm refuses the file: `<<` stands before what is no mapping.");
          else for (const [name, merged] of Object.entries(one.value)) entries.set(name, merged);
        }
        continue;
      }
      const name = nameOf(follow(key));
      if (name === null) {
        refuse("Helm refuses the file: a key is no text.");
        continue;
      }
      const one = read(follow(value), depth + 1);
      weight += name.length + one.weight;
      if (weight > MAX_WEIGHT) return tooMuch(fromEntries(entries));
      entries.set(name, one.value);
    }
    return { value: fromEntries(entries), weight };
  }

  /** What comes first in a list of mappings counts, so it is set last. */
  function mergedInto(source: Node | null, depth: number): readonly Weighed[] {
    if (!isSeq(source)) return [read(source, depth + 1)];
    return source.items.map((item) => read(follow(item), depth + 1)).reverse();
  }

  function nameOf(key: Node | null): string | null {
    const { value } = isScalar(key) ? readScalar(() => readHelmScalar(key)) : { value: null };
    // Attack: the name "\uD800" cannot be part of an address.
    return value === null ? null : String(value).toWellFormed();
  }

  function tooMuch(value: Json): Weighed {
    refuse("The file is too large with its aliases written out: not all of it was read.");
    return { value, weight: MAX_WEIGHT };
  }

  return { read: (node, depth) => read(node, depth).value, problem: () => problem };
}

/** By entries, as `object["__proto__"] = …` sets no key. */
function fromEntries(entries: ReadonlyMap<string, Json>): JsonObject {
  return Object.fromEntries(entries);
}

/** `over` laid over `under`, mappings key by key. */
function laidOver(over: JsonObject, under: JsonObject): JsonObject {
  const entries = new Map(Object.entries(under));
  for (const [name, value] of Object.entries(over)) {
    const below = memberOf(under, name);
    entries.set(name, isJsonObject(value) && isJsonObject(below) ? laidOver(value, below) : value);
  }
  return fromEntries(entries);
}
