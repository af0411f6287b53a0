/** A link out of the product that is safe to follow, and how it is written. */
export interface HttpAddress {
  readonly href: string;
  /** Without scheme and closing slash: `github.com/acme/redis`. */
  readonly label: string;
}

/** Null if the text is not an http(s) address, as whatever stands in somebody's Chart.yaml may be. */
export function parseHttpAddress(text: string): HttpAddress | null {
  const url = URL.parse(text.trim());
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  return { href: url.href, label: `${url.host}${url.pathname}${url.search}`.replace(/\/$/, "") };
}
