/** What of a check the page's address holds: versions. What is checked is never in it. */
interface CheckAddress {
  readonly against: string | null;
  readonly from: string | null;
}

/** Versions the address names, as far as they are offered. */
export function readAddress(versions: readonly string[]): CheckAddress {
  const params = new URLSearchParams(window.location.search);
  const known = (name: string) => versions.find((version) => version === params.get(name)) ?? null;
  return { against: known("against"), from: known("from") };
}

/** Keeps the address in step; empty is left out. */
export function rememberInAddress(chosen: { readonly against: string; readonly from: string }): void {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(chosen)) {
    if (value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  window.history.replaceState(null, "", url);
}
