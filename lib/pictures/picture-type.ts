/** Types of pictures that are passed on; a browser shows each as a picture and nothing else. */
export type PictureType =
  | "image/png"
  | "image/jpeg"
  | "image/gif"
  | "image/webp"
  | "image/avif"
  | "image/x-icon"
  | "image/svg+xml";

/** How far the root element of an SVG is looked for: editors write long comments before it. */
const MAX_PROLOG = 64 * 1024;
const AVIF_BRANDS = /^(?:avif|avis)$/;

/**
 * What the bytes are, whatever their sender calls them; null if they are none of these. Attack: a page of HTML that is said
 * to be a picture, to be opened under our address.
 */
export function pictureTypeOf(bytes: Buffer): PictureType | null {
  const begins = (text: string, at = 0) =>
    bytes.subarray(at, at + text.length).equals(Buffer.from(text, "latin1"));
  if (begins("\x89PNG\r\n\x1a\n")) return "image/png";
  if (begins("\xff\xd8\xff")) return "image/jpeg";
  if (begins("GIF87a") || begins("GIF89a")) return "image/gif";
  if (begins("RIFF") && begins("WEBP", 8)) return "image/webp";
  if (begins("ftyp", 4)) return isAvif(bytes) ? "image/avif" : null;
  if (begins("\0\0\x01\0") && bytes.length > 22) return "image/x-icon";
  return isSvg(bytes.subarray(0, MAX_PROLOG).toString("utf8")) ? "image/svg+xml" : null;
}

/** Its own brand, or one of those it says it is compatible with (ISO/IEC 14496-12, `ftyp`). */
function isAvif(bytes: Buffer): boolean {
  const end = Math.min(bytes.length < 16 ? 0 : bytes.readUInt32BE(0), bytes.length, 256);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && AVIF_BRANDS.test(bytes.toString("latin1", at, at + 4))) return true;
  }
  return false;
}

/** Whether the first element is `<svg>`, behind declarations, comments and a document type. */
function isSvg(text: string): boolean {
  let at = text.startsWith("\ufeff") ? 1 : 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const end = endOfProlog(text, at);
    if (end === null) return /^<svg[\s/>]/.test(text.slice(at, at + 5));
    if (end <= at) return false;
    at = end;
  }
}

/** Behind what stands there and is no element; 0 if it does not end, null if it is something else. */
function endOfProlog(text: string, at: number): number | null {
  const behind = (mark: string, from: number) => {
    const found = text.indexOf(mark, from);
    return found < 0 ? 0 : found + mark.length;
  };
  if (text.startsWith("<?", at)) return behind("?>", at);
  if (text.startsWith("<!--", at)) return behind("-->", at + 4);
  if (!/^<!doctype\s+svg[\s[>]/i.test(text.slice(at, at + 16))) return null;
  const close = behind(">", at);
  const subset = text.slice(at, close).indexOf("[");
  return subset < 0 ? close : behind(">", behind("]", at + subset));
}
