import { joinProse, withoutCode } from "./comment-prose.ts";
import { schemaIn, withoutSchema } from "./comment-schema.ts";
import { escapeKeyName } from "./key-path.ts";

/** What a comment directly above a key says of it. */
export interface CommentAbove {
  /** Column of its `#`, from 0: further in than the key, it belongs to what stands before. */
  readonly column: number;
  readonly description: string;
  /** helm-docs `@default --`: words for the default. */
  readonly default: string | null;
  /** helm-docs `@section --`. */
  readonly section: string | null;
  /** What helm-schema writes between two `@schema`, or helm-values-schema-json behind one: YAML; null if there is none. */
  readonly schema: string | null;
  /** helm-docs `@ignored`: the author leaves the key undocumented. */
  readonly ignored: boolean;
}

/** What a comment anywhere in the file says of the key it names: bitnami `@param`, `@extra`, helm-docs `# key -- …`. */
export interface NamedComment {
  readonly path: string;
  readonly description: string;
  /** Of the file, from 1. */
  readonly line: number;
  /** Bitnami's modifier, such as `array`; null if there is none. */
  readonly type: string | null;
  /** Bitnami's modifier `default:`: words for the default. */
  readonly default: string | null;
  /** Whether the key is documented although the file does not have it. */
  readonly extra: boolean;
}

/** All that the comments of a values.yaml say. */
export interface ValueComments {
  /** By the line the comment ends on, from 1. */
  readonly above: ReadonlyMap<number, CommentAbove>;
  readonly named: ReadonlyMap<string, NamedComment>;
  /** Paths of bitnami `@skip`: neither those keys nor what is in them is documented. */
  readonly skipped: ReadonlySet<string>;
  /** Bitnami `@section`, in file order. */
  readonly sections: readonly { readonly title: string; readonly line: number }[];
}

/** Characters of a line of comment that are read. */
const MAX_LINE = 2_000;
const MAX_SECTIONS = 1_000;

interface CommentLine {
  readonly column: number;
  /** How many `#`. */
  readonly marks: number;
  /** Behind the marks and one space. */
  readonly text: string;
  readonly line: number;
}

/** Reads the comments of a file: helm-docs, bitnami's readme-generator and plain ones. */
export function readValueComments(lines: readonly string[]): ValueComments {
  const above = new Map<number, CommentAbove>();
  const named = new Map<string, NamedComment>();
  const skipped = new Set<string>();
  const sections: { title: string; line: number }[] = [];
  for (const group of commentGroups(lines)) {
    const last = group.at(-1);
    if (last !== undefined) above.set(last.line, { column: last.column, ...readGroup(group) });
    for (const comment of [...bitnamiComments(group), ...namedByHelmDocs(group)]) {
      if (!named.has(comment.path)) named.set(comment.path, comment);
    }
    for (const { text, line } of group) {
      const skip = /^\s*@skip\s+(\S+)/.exec(text)?.[1];
      if (skip !== undefined) skipped.add(skip);
      const title = /^\s*@section\s+(?!--)(\S.*)$/.exec(text)?.[1];
      if (title !== undefined && sections.length < MAX_SECTIONS)
        sections.push({ title: joinProse([title]), line });
    }
  }
  return { above, named, skipped, sections };
}

/** Runs of comment lines in one column, without a blank line between. */
function commentGroups(lines: readonly string[]): readonly (readonly CommentLine[])[] {
  const groups: CommentLine[][] = [];
  let previous: CommentLine | null = null;
  for (const [index, text] of lines.entries()) {
    const comment = readCommentLine(text, index + 1);
    if (comment !== null) {
      if (previous?.column === comment.column) groups.at(-1)?.push(comment);
      else groups.push([comment]);
    }
    previous = comment;
  }
  return groups;
}

function readCommentLine(line: string, number: number): CommentLine | null {
  const match = /^([ \t]*)(#+) ?(.*)$/.exec(line.slice(0, MAX_LINE));
  if (match === null) return null;
  const [, indent = "", marks = "", text = ""] = match;
  return { column: indent.length, marks: marks.length, text, line: number };
}

function readGroup(group: readonly CommentLine[]): Omit<CommentAbove, "column"> {
  const start = group.findLastIndex(({ text }) => HELM_DOCS.test(text));
  const lines = start < 0 ? proseLines(group) : helmDocsLines(group.slice(start));
  return {
    description: joinProse(lines),
    // Shown as code anyway.
    default: tagOf(group, "@default")?.replace(/^`([^`]+)`$/, "$1") ?? null,
    section: tagOf(group, "@section"),
    schema: schemaIn(group.map(({ text }) => text)),
    ignored: group.some(({ text }) => /^\s*@ignored?\s*$/.test(text)),
  };
}

const HELM_DOCS = /^\s*--(?:\s|$)/;
/** helm-docs lets the author say the type first. */
const HELM_DOCS_TYPE =
  /^\((?:string|int|integer|float|number|bool|boolean|object|list|array|dict|map|tpl)(?:\/\w+)?\)\s+/i;

function helmDocsLines([first, ...more]: readonly CommentLine[]): readonly string[] {
  const words = first?.text.replace(HELM_DOCS, "").trim().replace(HELM_DOCS_TYPE, "") ?? "";
  return [words, ...withoutSchema(more.map(({ text }) => text)).filter((text) => !isTag(text))];
}

function proseLines(group: readonly CommentLine[]): readonly string[] {
  // The charts of helm/stable and bitnami mark words with `##` and commented-out YAML with `#`.
  const marked = group.some(({ marks, text }) => marks === 2 && text !== "");
  const words = (marked ? group.filter(({ marks }) => marks > 1) : group).map(({ text }) => text);
  // Words behind `# other.key --` are about that one.
  const foreign = words.findIndex((text) => OLD_HELM_DOCS.test(text));
  const own = foreign < 0 ? words : words.slice(0, foreign);
  return withoutCode(withoutSchema(own).filter((text) => !isTag(text)));
}

function isTag(text: string): boolean {
  return /^\s*@[a-zA-Z]/.test(text);
}

/** helm-docs `@default -- words`. */
function tagOf(group: readonly CommentLine[], tag: string): string | null {
  for (const { text } of group) {
    const [name, dashes, ...words] = text.trim().split(/\s+/);
    if (name === tag && dashes === "--" && words.length > 0) return joinProse([words.join(" ")]);
  }
  return null;
}

function bitnamiComments(group: readonly CommentLine[]): readonly NamedComment[] {
  return group.flatMap(({ text, line }) => {
    const match = /^\s*@(param|extra)\s+(\S+)\s*(?:\[((?:[^[\]]|\[[^\]]*\])*)\]\s*)?(.*)$/.exec(text);
    if (match === null) return [];
    const [, tag, path = "", modifiers = "", words = ""] = match;
    const named = modifiers.split(",").map((modifier) => modifier.trim());
    const type = named.find((modifier) => MODIFIER_TYPES.has(modifier)) ?? null;
    // `default:` comes last, and may hold commas.
    const instead = /(?:^|,)\s*default:\s*(\S.*)$/.exec(modifiers)?.[1] ?? null;
    return [{ path, description: joinProse([words]), line, type, default: instead, extra: tag === "extra" }];
  });
}

const MODIFIER_TYPES = new Set(["string", "number", "boolean", "object", "array", "nullable"]);

/** helm-docs before version 1.0: `# image.tag -- words`, with quotes around a name that holds dots. */
const OLD_HELM_DOCS = /^\s*([\w"]\S*)\s+--(?:\s+(.*))?$/;

function namedByHelmDocs(group: readonly CommentLine[]): readonly NamedComment[] {
  const found: { readonly path: string; readonly line: number; readonly words: string[] }[] = [];
  let open = false;
  for (const { text, line } of group) {
    const [, name, words = ""] = OLD_HELM_DOCS.exec(text) ?? [];
    if (name !== undefined) {
      const path = name.replace(/"([^"]*)"/g, (_, quoted: string) => escapeKeyName(quoted));
      found.push({ path, line, words: [words.replace(HELM_DOCS_TYPE, "")] });
      open = true;
    } else if (isTag(text) || HELM_DOCS.test(text)) open = false;
    else if (open) found.at(-1)?.words.push(text);
  }
  return found.map(({ path, line, words }) => ({
    path,
    description: joinProse(words),
    line,
    type: null,
    default: null,
    extra: false,
  }));
}
