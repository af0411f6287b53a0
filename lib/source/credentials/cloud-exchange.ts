import { isRecord } from "../../oci/body.ts";
import { RegistryError, type RegistryErrorCode } from "../../oci/errors.ts";
import type { Login } from "../../oci/login.ts";
import type { Lease } from "./held-login.ts";

/** For all that a cloud is asked for one login: libraries ask several places in turn, each with its own patience. */
const LIMIT_MS = 60_000;
/** Logins are renewed this much before they end, or after nine tenths of a shorter life. */
const MARGIN_MS = 5 * 60_000;
/** What may be repeated of a failure: a word such as `AccessDeniedException`, and never a sentence. */
const WORD = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** A lease of a login that ends at a time, ms since the epoch. */
export function leaseUntil(login: Login, endsAt: number): Lease {
  const lastsMs = Math.max(0, endsAt - Date.now());
  return { login, lastsMs, renewAfterMs: lastsMs - Math.min(MARGIN_MS, lastsMs / 10) };
}

/**
 * Runs a question to a cloud through its library. A failure is told with the cloud's word for it and with `remedy`;
 * messages and causes of libraries hold what was sent, and stay behind. Throws `RegistryError`.
 */
export async function askCloud<T>(what: string, remedy: string, ask: () => Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new RegistryError("timeout", `${what}: no answer within ${LIMIT_MS} ms`));
  }, LIMIT_MS);
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    if (error instanceof RegistryError) throw error;
    const { status, word } = readFailure(error);
    const told = [status, word].filter((part) => part !== null).join(" ") || "failed";
    throw new RegistryError(codeOf(status, word ?? ""), `${what}: ${told}; ${remedy}`);
  } finally {
    clearTimeout(timer);
  }
}

/** AWS has the status in `$metadata`, Google in `response` with the word beside it, Microsoft next to `errorCode`. */
function readFailure(error: unknown): { readonly status: number | null; readonly word: string | null } {
  if (!isRecord(error)) return { status: null, word: null };
  const { $metadata: metadata, errorCode, code, name } = error;
  const response = isRecord(error.response) ? error.response : {};
  const said = isRecord(response.data) ? response.data.error : null;
  const statuses = [isRecord(metadata) ? metadata.httpStatusCode : null, response.status, error.status];
  return {
    status: statuses.find((one) => typeof one === "number") ?? null,
    word: [errorCode, said, code, name].find(isWord) ?? null,
  };
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && value !== "Error" && WORD.test(value);
}

function codeOf(status: number | null, word: string): RegistryErrorCode {
  if (status === 429 || /throttl|toomanyrequests/i.test(word)) return "rate-limited";
  if (/timeout|ETIMEDOUT/i.test(word)) return "timeout";
  if ((status !== null && status >= 500) || /^E(?:AI_AGAIN|CONN|HOST|NET|NOTFOUND|PIPE)|network/.test(word))
    return "unavailable";
  return /^AccessDenied/.test(word) ? "denied" : "unauthorized";
}
