/**
 * Where to go back to: path and query of the referring page, or the start page if that is not one of ours. `host` is
 * the Host header. Leading slashes are collapsed, as `//evil.example` in a Location header is another site.
 */
export function returnPath(referer: string | null, host: string | null): string {
  const page = referer === null ? null : URL.parse(referer);
  if (page === null || page.host !== host) return "/";
  return `${page.pathname.replace(/^\/+/, "/")}${page.search}`;
}

/** Whether a request comes from a page of this site: browsers say so, and the rest is asked for its Origin. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = URL.parse(headers.get("origin") ?? "");
  return origin !== null && origin.host === headers.get("host");
}
