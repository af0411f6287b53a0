import { withoutCode } from "../values/comment-prose.ts";

/** A key that a values.yaml holds only as a comment. */
export interface CommentedKey {
  readonly names: readonly string[];
  readonly line: number;
}

/** Lines that are looked at, and keys that are kept. */
const MAX_LINES = 40_000;
const MAX_KEYS = 5_000;
const MAX_LINE = 300;
const MAX_DEPTH = 30;

const REAL = /^( *)(?:"([^"]{1,100})"|'([^']{1,100})'|([\w./$-]{1,100})):(?:\s|$)/;
const COMMENTED = /^( *)#{1,3}( *)["']?([A-Za-z_][\w./-]{0,100})["']?:(?:\s|$)/;

/**
 * Keys that are commented out: by how far in they are, each belongs to the key above that stands less far in. Where that
 * cannot be told from prose, prose is taken for a key now and then; that costs a remark, never brings a wrong one.
 */
export function readCommentedKeys(text: string): readonly CommentedKey[] {
  const found: CommentedKey[] = [];
  const above: { readonly column: number; readonly name: string }[] = [];
  const place = (column: number, name: string) => {
    while ((above.at(-1)?.column ?? -1) >= column) above.pop();
    above.push({ column, name });
  };
  for (const [index, line] of text.split("\n", MAX_LINES).entries()) {
    if (line.length > MAX_LINE || found.length >= MAX_KEYS) continue;
    const [, indent = "", double, single, bare] = REAL.exec(line) ?? [];
    const real = double ?? single ?? bare;
    if (real !== undefined) {
      place(indent.length, real);
      continue;
    }
    const [, before = "", spaces = "", name] = COMMENTED.exec(line) ?? [];
    if (name === undefined || !isCode(line)) continue;
    place(before.length + Math.max(0, spaces.length - 1), name);
    if (above.length <= MAX_DEPTH) found.push({ names: above.map((one) => one.name), line: index + 1 });
  }
  return found;
}

function isCode(line: string): boolean {
  return withoutCode([line.trimStart().replace(/^#+ ?/, "")]).length === 0;
}
