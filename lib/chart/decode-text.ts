import type { ChartText } from "./chart-content.ts";

/**
 * Text of a file somebody packed: by its byte order mark, which is left out, UTF-8 or UTF-16; without one UTF-8. Line ends
 * stay as they are.
 */
export function decodeText(bytes: Uint8Array): Pick<ChartText, "text" | "utf8"> {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), utf8: true };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), utf8: false };
  }
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}
