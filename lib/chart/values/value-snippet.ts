import { Document, Scalar, visit } from "yaml";

/** Longest line of a comment, in characters. */
const COMMENT_WIDTH = 100;
/** Longest value that is written as YAML, in characters of JSON. */
const MAX_VALUE = 64 * 1024;

/** What Go's reader takes for a number, and the writer here does not. */
const OCTAL = /^[+-]?0o/i;

/** YAML that sets a key to this value, with a comment above it: what one adds to a file of one's own. */
export function formatValueSnippet(names: readonly string[], value: unknown, comment: string): string {
  const lines = commentLines(comment);
  const leaf = names.length - 1;
  return names
    .map((name, depth) => {
      const indent = "  ".repeat(depth);
      if (depth < leaf) return `${indent}${formatName(name)}:`;
      const entry = formatYaml({ [name]: value }, name);
      return [...lines, ...entry.split("\n")].map((line) => (line === "" ? line : indent + line)).join("\n");
    })
    .join("\n");
}

/** A value as YAML that Helm reads back as the same, or null if it is too long for a page. */
export function formatValue(value: unknown): string | null {
  if (JSON.stringify(value ?? null).length > MAX_VALUE) return null;
  return writeYaml(value ?? null);
}

function formatYaml(entry: Readonly<Record<string, unknown>>, name: string): string {
  if (JSON.stringify(entry).length <= MAX_VALUE) return writeYaml(entry);
  return `${formatName(name)}: # longer than what is copied from here`;
}

function formatName(name: string): string {
  return writeYaml(name);
}

/** In YAML 1.1, where `on` is a boolean: Helm reads that, and octal numbers of both versions. */
function writeYaml(value: unknown): string {
  const document = new Document(value, { version: "1.1", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && OCTAL.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 }).trimEnd();
}

/**
 * YAML 1.1 ends a line, and a comment, at U+0085 too. Attack: a description that goes on behind one with `image: evil`, which sets a
 * key where a comment is seen. Nor has a terminal's or an editor's control a place in it.
 */
const BETWEEN_WORDS = /[\s\p{Cc}\u2028\u2029]+/u;

function commentLines(comment: string): readonly string[] {
  return comment.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(BETWEEN_WORDS).filter((one) => one !== "")) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + word.length < COMMENT_WIDTH)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(`# ${word}`);
    }
    return lines;
  });
}
