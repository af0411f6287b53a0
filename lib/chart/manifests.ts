/** A Kubernetes object in a file of templates or CRDs, as far as its literal lines tell. */
export interface Manifest {
  readonly kind: string;
  /** Of `kind:`, from 1. */
  readonly line: number;
  /** What the fields of a CustomResourceDefinition say; empty for any other object, or where a template says it. */
  readonly group: string | null;
  readonly resourceKind: string | null;
  readonly plural: string | null;
  readonly versions: readonly string[];
}

/** Deeper keys than `spec.versions[].name` say nothing here. */
const MAX_DEPTH = 3;
const MAX_MANIFESTS = 500;
const MAX_VERSIONS = 20;
/** Characters of a line in which a key and its value are looked for. */
const MAX_LINE = 300;

const LINE = /^((?:- +)*)["']?([\w.-]+)["']?:(?:\s+(.*))?$/;
const WORD = /^(?:"([\w.-]+)"|'([\w.-]+)'|([\w.-]+))\s*(?:#.*)?$/;

interface Draft {
  kind: string | null;
  line: number;
  apiVersion: boolean;
  group: string | null;
  resourceKind: string | null;
  plural: string | null;
  versions: string[];
}

/**
 * The objects of a file, by the indentation of its lines: template marks make it no YAML, and parsing a CRD of a
 * megabyte takes a second where this takes a millisecond.
 */
export function readManifests(text: string): readonly Manifest[] {
  const manifests: Manifest[] = [];
  /** The keys around the line: where each begins, and its name. */
  const path: { readonly column: number; readonly key: string }[] = [];
  let draft = emptyDraft();

  const finish = () => {
    const { kind, line, group, resourceKind, plural, versions } = draft;
    if (kind !== null && manifests.length < MAX_MANIFESTS)
      manifests.push({ kind, line, group, resourceKind, plural, versions });
    draft = emptyDraft();
    path.length = 0;
  };

  let number = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const first = skipSpaces(text, start, end);
    const column = first - start;
    const line = start;
    start = end + 1;
    number += 1;
    const innermost = path[MAX_DEPTH - 1];
    if (innermost !== undefined && column > innermost.column) continue;
    if (text.startsWith("---", line)) {
      finish();
      continue;
    }
    const [match, dashes = "", key = "", rest = ""] =
      LINE.exec(text.slice(first, Math.min(end, first + MAX_LINE)).trimEnd()) ?? [];
    if (match === undefined) continue;
    // A list's items may stand as far left as the key of the list.
    while (isInside(path.at(-1)?.column, column, dashes !== "")) path.pop();
    if (path.length === 0 && (key === "kind" || key === "apiVersion")) {
      if (key === "kind" ? draft.kind !== null : draft.apiVersion) finish();
      if (key === "apiVersion") draft.apiVersion = true;
    }
    const [, double, single, plain] = WORD.exec(rest) ?? [];
    note(draft, [...path.map((one) => one.key), key].join("."), double ?? single ?? plain ?? null, number);
    if (path.length < MAX_DEPTH) path.push({ column: column + dashes.length, key });
  }
  finish();
  return manifests;
}

function isInside(open: number | undefined, column: number, item: boolean): boolean {
  return open !== undefined && (item ? open > column : open >= column);
}

function note(draft: Draft, key: string, value: string | null, line: number): void {
  if (value === null) return;
  if (key === "kind") Object.assign(draft, { kind: value, line });
  else if (key === "spec.group") draft.group = value;
  else if (key === "spec.names.kind") draft.resourceKind = value;
  else if (key === "spec.names.plural") draft.plural = value;
  else if (key === "spec.version" || key === "spec.versions.name") {
    if (!draft.versions.includes(value) && draft.versions.length < MAX_VERSIONS) draft.versions.push(value);
  }
}

function emptyDraft(): Draft {
  return {
    kind: null,
    line: 0,
    apiVersion: false,
    group: null,
    resourceKind: null,
    plural: null,
    versions: [],
  };
}

function skipSpaces(text: string, start: number, end: number): number {
  let position = start;
  while (position < end && text.charCodeAt(position) === 0x20) position += 1;
  return position;
}
