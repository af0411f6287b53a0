import { STATUS_CODES } from "node:http";
import { isRecord, MAX_SMALL_BYTES, readJson } from "./body.ts";
import { RegistryError, type RegistryErrorCode } from "./errors.ts";
import { plainText } from "./network-error.ts";
import type { WireResponse } from "./transport.ts";

/** Lets a 200 pass; another answer is thrown: `GET https://host/v2/x/tags/list: 404 Not Found (NAME_UNKNOWN: …)`. */
export async function expectOk(response: WireResponse): Promise<void> {
  const { status, label } = response;
  if (status === 200) return;
  const told = await readDetail(response);
  const by = response.elsewhere ? ` from ${response.url.origin}` : "";
  const message = `${label}: ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd() + by + (told && ` (${told})`);
  const retryAfterMs = parseRetryAfter(response.header("retry-after"), Date.now());
  const detail = retryAfterMs === null ? { status } : { status, retryAfterMs };
  throw new RegistryError(codeOf(response), message, detail);
}

/** A `Retry-After` field, seconds or a date, in ms from `now`; null if it says nothing. */
export function parseRetryAfter(field: string | null, now: number): number | null {
  if (field === null) return null;
  if (/^\d{1,9}$/.test(field.trim())) return Number(field) * 1000;
  // Date.parse alone takes nearly anything for a date; HTTP's begin with the day of the week.
  const date = /^[a-z]{3,9},? /i.test(field) ? Date.parse(field) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function codeOf({ status, elsewhere }: WireResponse): RegistryErrorCode {
  if (status === 429) return "rate-limited";
  if (status >= 500 || status === 408) return "unavailable";
  // A storage the registry sends us to refuses when the address it signed has run out: the next one may do.
  if (elsewhere && (status === 401 || status === 403)) return "unavailable";
  if (status === 401) return "unauthorized";
  if (status === 403) return "denied";
  if (status === 404) return "not-found";
  return "bad-response";
}

/** The first of the registry's own errors (distribution spec, "Error Codes"); empty if there is none. */
async function readDetail(response: WireResponse): Promise<string> {
  const body = await readJson(response, MAX_SMALL_BYTES).catch(() => null);
  const first: unknown = isRecord(body) && Array.isArray(body.errors) ? body.errors[0] : null;
  if (!isRecord(first)) return "";
  const parts = [first.code, first.message].filter((part) => typeof part === "string" && part !== "");
  return plainText(parts.join(": "));
}
