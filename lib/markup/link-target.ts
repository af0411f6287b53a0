/** What the address in a link or image of a text means. */
export type LinkTarget =
  | { readonly kind: "anchor"; readonly fragment: string }
  | { readonly kind: "external"; readonly href: string; readonly host: string }
  | { readonly kind: "relative"; readonly path: string }
  /** A scheme that runs code or carries data, or no address at all. */
  | { readonly kind: "refused" };

const REFUSED: LinkTarget = { kind: "refused" };
const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/** Reads an address as a browser would, which ignores tabs and line ends in it and takes `\` for `/`. */
export function parseLinkTarget(address: string): LinkTarget {
  const text = address.replace(/[\t\n\r]/g, "").replace(/^[\0- ]+|[\0- ]+$/g, "");
  if (text === "") return REFUSED;
  if (text.startsWith("#")) return { kind: "anchor", fragment: text.slice(1) };
  if (/^[\\/]{2}/.test(text)) return parseExternal(`https:${text}`);
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return parseExternal(text);
  return { kind: "relative", path: text };
}

function parseExternal(text: string): LinkTarget {
  const url = URL.parse(text);
  if (url === null || !SCHEMES.has(url.protocol)) return REFUSED;
  return { kind: "external", href: url.href, host: url.host };
}
