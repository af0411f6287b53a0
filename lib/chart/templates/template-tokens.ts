/** What a piece of a Go template is; what stands between actions is no token. */
export type TemplateTokenKind =
  /** `{{` or `{{-`. */
  | "open"
  /** `}}` or `-}}`. */
  | "close"
  /** A comment with its braces. */
  | "comment"
  | "string"
  | "number"
  /** `.name`. */
  | "field"
  /** `.` alone. */
  | "dot"
  /** `$` or `$name`. */
  | "variable"
  /** A keyword, a function or a constant. */
  | "word"
  /** Parentheses, `|`, `,`, `=` and `:=`. */
  | "mark"
  /** What Go would refuse. */
  | "bad";

/** A piece of an action, by its offsets in the text. */
export interface TemplateToken {
  readonly kind: TemplateTokenKind;
  readonly start: number;
  readonly end: number;
}

/** The actions of a text, and in one sentence why some of them may be missing. */
export interface TemplateTokens {
  readonly tokens: readonly TemplateToken[];
  readonly problem: string | null;
}

/** Of 801 real charts the file with most has 13,000. */
const MAX_TOKENS = 100_000;

const COMMENT = /\{\{-?\s{0,9}\/\*/y;
const CLOSE = /-?\}\}/y;
const SIMPLE = /([.$]?[\p{L}_][\p{L}\p{N}_]*)|([+-]?\d[\w.+]*)|(\$)|(\.)|(:=|[()|,=])|([ \t\r\n]+)/uy;
const KINDS = [null, null, "number", "variable", "dot", "mark"] as const;

/**
 * Takes a text apart as Go's template lexer does. Total: where Go would refuse a character it goes on behind it, and an action that
 * is not closed ends where the next begins. Linear in the length of the text, whatever is in it.
 */
export function readTemplateTokens(text: string): TemplateTokens {
  const tokens: TemplateToken[] = [];
  let problem: string | null = null;
  const note = (start: number, what: string) => {
    problem ??= `Line ${countLines(text, start)}: ${what}`;
  };
  for (let at = text.indexOf("{{"); at !== -1; at = text.indexOf("{{", at)) {
    if (tokens.length >= MAX_TOKENS) {
      note(at, "the file holds more than is read here");
      break;
    }
    COMMENT.lastIndex = at;
    if (COMMENT.test(text)) {
      const end = endOfComment(text, COMMENT.lastIndex);
      if (end === null) {
        note(at, "a comment is not closed");
        break;
      }
      tokens.push({ kind: "comment", start: at, end });
      at = end;
      continue;
    }
    const start = at;
    at = text[at + 2] === "-" && isSpace(text.charCodeAt(at + 3)) ? at + 3 : at + 2;
    tokens.push({ kind: "open", start, end: at });
    const end = readAction(text, at, tokens);
    if (end === null) {
      note(start, "an action is not closed");
      break;
    }
    if (tokens.at(-1)?.kind !== "close") note(start, "an action is not closed");
    at = end;
  }
  return { tokens, problem };
}

/** The offset behind the action; null at the end of the text. */
function readAction(text: string, from: number, tokens: TemplateToken[]): number | null {
  let at = from;
  while (at < text.length) {
    // Attack: "{{" a hundred thousand times, or one action that is never closed.
    if (tokens.length >= 2 * MAX_TOKENS || text.startsWith("{{", at)) return at;
    CLOSE.lastIndex = at;
    if (CLOSE.test(text)) {
      tokens.push({ kind: "close", start: at, end: CLOSE.lastIndex });
      return CLOSE.lastIndex;
    }
    const token = readToken(text, at);
    if (token.kind !== "space") tokens.push({ ...token, kind: token.kind });
    at = token.end;
  }
  return null;
}

function readToken(
  text: string,
  start: number,
): { readonly kind: TemplateTokenKind | "space"; readonly start: number; readonly end: number } {
  const first = text[start];
  if (first === '"' || first === "'") return { kind: "string", start, end: endOfQuoted(text, start, first) };
  if (first === "`") {
    const close = text.indexOf("`", start + 1);
    return { kind: "string", start, end: close === -1 ? text.length : close + 1 };
  }
  SIMPLE.lastIndex = start;
  const match = SIMPLE.exec(text);
  if (match === null)
    return { kind: "bad", start, end: start + String.fromCodePoint(text.codePointAt(start) ?? 0).length };
  const end = SIMPLE.lastIndex;
  if (match[1] !== undefined) {
    return { kind: first === "." ? "field" : first === "$" ? "variable" : "word", start, end };
  }
  const group = match.findIndex((part, index) => index > 0 && part !== undefined);
  return { kind: KINDS[group] ?? "space", start, end };
}

/** A quoted text ends with its line at the latest. By hand: a regular expression takes memory for each character of a long one. */
function endOfQuoted(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") return at;
    if (character === quote) return at + 1;
    if (character === "\\" && text[at + 1] !== "\n") at += 1;
  }
  return text.length;
}

/** Behind the closing braces; null if there are none. */
function endOfComment(text: string, from: number): number | null {
  const close = text.indexOf("*/", from);
  if (close === -1) return null;
  const braces = /\s{0,9}-?\}\}/y;
  braces.lastIndex = close + 2;
  return braces.test(text) ? braces.lastIndex : close + 2;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
