import { type ImageReference, parseImageReference } from "./image-reference.ts";

/** An `image:` line that names its image itself. */
export interface LiteralImage extends ImageReference {
  /** From 1. */
  readonly line: number;
}

const WORD = "image:";
const MAX_INDENT = 200;
const MAX_VALUE = 500;
const MAX_IMAGES = 200;

/** A template's mark at the start, which gives the registry: `{{ .Values.registry }}/redis:7`. */
const LEADING_MARK = /^\{\{[^{}]{0,200}\}\}\//;

/**
 * The `image:` lines of a template, or of a values file's lists, that name an image. Where a mark gives registry or tag the
 * rest is taken: `redis:{{ .Values.tag }}` is redis.
 */
export function readLiteralImages(text: string): readonly LiteralImage[] {
  const images: LiteralImage[] = [];
  let line = 1;
  let counted = 0;
  for (let at = text.indexOf(WORD); at !== -1; at = text.indexOf(WORD, at + WORD.length)) {
    if (!startsLine(text, at)) continue;
    const reference = parseLiteral(text.slice(at + WORD.length, at + WORD.length + MAX_VALUE));
    if (reference === null) continue;
    for (
      let next = text.indexOf("\n", counted);
      next !== -1 && next < at;
      next = text.indexOf("\n", counted)
    ) {
      line += 1;
      counted = next + 1;
    }
    images.push({ ...reference, line });
    if (images.length >= MAX_IMAGES) break;
  }
  return images;
}

/** Whether only space, the dash of a list's item and a quote stand before. */
function startsLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_INDENT), at);
  const newline = before.lastIndexOf("\n");
  if (newline === -1 && at > MAX_INDENT) return false;
  return /^[ \t]*(?:- *){0,3}["']?$/.test(before.slice(newline + 1));
}

function parseLiteral(rest: string): ImageReference | null {
  const [line = ""] = rest.split("\n", 1);
  const value = unquote(line.trim()).replace(LEADING_MARK, "");
  const mark = value.indexOf("{{");
  if (mark === -1) return parseImageReference(value);
  // Only behind a whole name: `redis-{{ .Values.flavour }}` names nothing.
  return /[:@]$/.test(value.slice(0, mark)) ? parseImageReference(value.slice(0, mark - 1)) : null;
}

/** What stands in quotes, or before a comment. */
function unquote(text: string): string {
  const quote = text.charAt(0);
  if (quote !== '"' && quote !== "'") return text.replace(/ #.*$/, "").trimEnd();
  const end = text.lastIndexOf(quote);
  return end > 0 ? text.slice(1, end) : text;
}
