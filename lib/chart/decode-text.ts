/** Text of a file somebody packed: mostly UTF-8, sometimes UTF-16 from an editor on Windows, sometimes neither. */
export interface DecodedText {
  readonly text: string;
  /** False when bytes were not valid in the encoding, and are replacement characters now. */
  readonly valid: boolean;
}

/** Decodes by byte order mark, which is left out of the text; without one as UTF-8. Line ends stay as they are. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), valid: true };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), valid: false };
  }
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}
