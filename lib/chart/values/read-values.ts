import { isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { joinProse } from "./comment-prose.ts";
import { splitInline } from "./comment-schema.ts";
import {
  type CommentAbove,
  type NamedComment,
  readValueComments,
  type ValueComments,
} from "./value-comments.ts";
import { formatDefault, valueTypeOf } from "./value-default.ts";
import { aliasResolver, MAX_KEYS, type Resolve, readValueTree, type TreeKey } from "./value-tree.ts";
import type { ValueKey, ValuesDocument, ValueType } from "./values.ts";
import { invalidYaml, refusedValues, TOO_DEEP } from "./values-problem.ts";

/** Characters of paths, defaults and descriptions together; a comment can be said of every key an alias brings. */
const MAX_ANSWER = 1024 * 1024;
/** Characters of a line that are looked at for what stands before and behind a key. */
const MAX_LINE = 2_000;

/** With what the comments say in JSON Schema. */
export interface AnnotatedValues extends ValuesDocument {
  /** By path, as YAML. */
  readonly schemas: ReadonlyMap<string, string>;
}

const NOTHING: AnnotatedValues = { keys: [], problem: null, schemas: new Map() };

/** Reads what a values.yaml offers. Never throws: what cannot be read is said in `problem`. */
export function readValues(text: string): ValuesDocument {
  const { keys, problem } = readAnnotatedValues(text);
  return { keys, problem };
}

/** As `readValues`, with the schemas in the comments. */
export function readAnnotatedValues(text: string): AnnotatedValues {
  const refused = refusedValues(text);
  if (refused !== null) return { ...NOTHING, problem: refused };
  try {
    return readDocument(text);
  } catch (error) {
    // The parser has no depth it refuses; the stack has.
    if (!(error instanceof RangeError)) throw error;
    return { ...NOTHING, problem: TOO_DEEP };
  }
}

function readDocument(text: string): AnnotatedValues {
  const lineCounter = new LineCounter();
  // Helm takes keys that come twice, and so does this.
  const document = parseDocument(text, {
    lineCounter,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const [error] = document.errors;
  const root = document.contents;
  const problem = error === undefined ? null : problemOf(error, lineCounter);
  if (root === null || (isScalar(root) && root.value === null)) return { ...NOTHING, problem };
  if (!isMap(root)) return { ...NOTHING, problem: problem ?? "The file holds no keys." };

  const resolve = aliasResolver(document);
  const tree = readValueTree(root, resolve);
  const lines = text.split(/\r?\n/);
  const schemas = new Map<string, string>();
  const file = { lines, comments: readValueComments(lines), resolve, lineCounter, schemas };
  const own = describeAll(tree.keys, file);
  const keys = withExtras(own, file.comments);
  const complete = tree.complete && own.length === tree.keys.length && keys.length <= MAX_KEYS;
  return {
    // Attack: a comment of nine characters documents a key that is not there, 50,000 times.
    keys: keys.slice(0, MAX_KEYS),
    problem:
      problem ?? (complete ? null : "The file has too many keys, or too deep ones: not all are listed."),
    schemas,
  };
}

function problemOf(
  error: { readonly code: string; readonly pos: readonly number[]; readonly message: string },
  lines: LineCounter,
): string {
  const { line } = lines.linePos(error.pos[0] ?? 0);
  return error.code === "MULTIPLE_DOCS"
    ? `The file holds a second YAML document, from line ${line} on: only keys of the first are listed.`
    : invalidYaml(error, lines);
}

interface ValuesFile {
  readonly lines: readonly string[];
  readonly comments: ValueComments;
  readonly resolve: Resolve;
  readonly lineCounter: LineCounter;
  /** Filled while keys are described. */
  readonly schemas: Map<string, string>;
}

function describeAll(keys: readonly TreeKey[], file: ValuesFile): readonly ValueKey[] {
  const described: ValueKey[] = [];
  let room = MAX_ANSWER;
  for (const key of keys) {
    const one = describe(key, file);
    room -= one.path.length + (one.default?.length ?? 0) + one.description.length;
    if (room < 0) break;
    described.push(one);
  }
  return described;
}

function describe({ path, key, value }: TreeKey, file: ValuesFile): ValueKey {
  const { line, col } = file.lineCounter.linePos(key.range?.[0] ?? 0);
  const text = file.lines[line - 1] ?? "";
  const named = file.comments.named.get(path);
  // In `{a: 1, b: 2}` a comment belongs to all or to none.
  const leads = col <= MAX_LINE && text.slice(0, col - 1).trim() === "";
  const above = leads ? commentAbove(file.comments, line, col - 1) : undefined;
  const behind = splitInline(leads ? commentBehind(text, key, value, file.lineCounter) : "");
  const schema = above?.schema ?? behind.schema;
  if (schema !== null) file.schemas.set(path, schema);
  const words = named?.description || above?.description || joinProse([behind.words]);
  return {
    path,
    type: valueTypeOf(value),
    default: above?.default ?? named?.default ?? formatDefault(value, file.resolve),
    description: above?.ignored === true || isSkipped(path, file.comments) ? "" : words,
    section: above?.section ?? sectionAt(file.comments, named?.line ?? line),
    line,
  };
}

/** Whether bitnami `@skip` names the key, or one it is in. */
function isSkipped(path: string, { skipped }: ValueComments): boolean {
  if (skipped.size === 0) return false;
  for (let end = path.length; end > 0; end = path.lastIndexOf(".", end - 1)) {
    if (skipped.has(path.slice(0, end))) return true;
  }
  return false;
}

function commentAbove(comments: ValueComments, line: number, column: number): CommentAbove | undefined {
  const above = comments.above.get(line - 1);
  // Further in than the key, it is commented-out YAML of what stands before.
  return above !== undefined && above.column <= column ? above : undefined;
}

/** `key: value # words`, `key: # words`, `key: | # words`. */
function commentBehind(text: string, key: Node, value: Node | null, lines: LineCounter): string {
  const keyEnd = lines.linePos(key.range?.[1] ?? 0);
  const valueEnd = lines.linePos(value?.range?.[1] ?? 0);
  const rest = (column: number) => text.slice(column - 1, column + MAX_LINE);
  const behindValue = valueEnd.line === keyEnd.line && valueEnd.col > keyEnd.col ? rest(valueEnd.col) : "";
  const comment =
    /^\s+#+ ?(.*)$/.exec(behindValue) ??
    /^\s*:\s+(?:[&!*]\S+\s+)*(?:[|>][-+0-9]*\s+)?#+ ?(.*)$/.exec(rest(keyEnd.col));
  return (comment?.[1] ?? "").replace(/^\s*--\s+/, "");
}

function sectionAt({ sections }: ValueComments, line: number): string | null {
  return sections.findLast((section) => section.line <= line)?.title ?? null;
}

/**
 * The keys with, where they are documented, those that the file does not have (bitnami `@extra`); what is documented of
 * list items (`hosts[0].name`) is left out, as list items are.
 */
function withExtras(keys: readonly ValueKey[], comments: ValueComments): readonly ValueKey[] {
  const known = new Set(keys.map(({ path }) => path));
  const extras = [...comments.named.values()].filter(
    ({ path, extra }) => extra && !path.includes("[") && !known.has(path),
  );
  if (extras.length === 0) return keys;
  const merged: ValueKey[] = [];
  let next = 0;
  for (const key of keys) {
    for (let extra = extras[next]; extra !== undefined && extra.line < key.line; extra = extras[++next]) {
      merged.push(describeExtra(extra, comments));
    }
    merged.push(key);
  }
  return [...merged, ...extras.slice(next).map((extra) => describeExtra(extra, comments))];
}

function describeExtra(extra: NamedComment, comments: ValueComments): ValueKey {
  const { path, description, line, type } = extra;
  const known = type === "array" ? "list" : VALUE_TYPES.find((one) => one === type);
  return {
    path,
    type: known ?? "null",
    default: extra.default,
    description,
    section: sectionAt(comments, line),
    line,
  };
}

const VALUE_TYPES: readonly ValueType[] = ["string", "number", "boolean", "object", "list", "null"];
