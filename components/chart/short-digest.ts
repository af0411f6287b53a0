import type { Digest } from "#lib/oci/reference.ts";

const SHOWN_DIGITS = 12;

/** The beginning of a digest's digits, enough to recognise it. */
export function shortDigest(digest: Digest): string {
  const digits = digest.slice(digest.indexOf(":") + 1);
  return digits.slice(0, SHOWN_DIGITS);
}
