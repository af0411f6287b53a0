import { errors } from "undici";
import { ForbiddenAddressError } from "./connections.ts";
import { RegistryError, type RegistryErrorCode } from "./errors.ts";

const MAX_TEXT = 200;

/**
 * What others wrote, fit for one line of a log or terminal: no control or formatting characters, no half ones (a search
 * engine takes no text with them), at most 200 characters.
 */
export function plainText(text: string): string {
  const clean = text
    .slice(0, MAX_TEXT * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  const cut = clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT)}…` : clean;
  return cut.toWellFormed();
}

/** How a request is named in messages: method and address without query string or credentials. */
export function requestLabel(method: string, url: URL): string {
  return `${method} ${url.origin}${url.pathname}`;
}

/** The failure of a connection or body, as the one kind of error that leaves this folder. */
export function asRegistryError(label: string, error: unknown): RegistryError {
  if (error instanceof RegistryError) return error;
  const code = errorCode(error);
  const reason = error instanceof Error ? plainText(error.message) || code || error.name : "failed";
  return new RegistryError(codeOf(error, code), `${label}: ${reason}`, { cause: error });
}

/** Failures that stay until somebody changes something: an unknown host, a certificate that is not trusted. */
export function isLastingFailure(error: RegistryError): boolean {
  const code = errorCode(error.cause);
  return (
    code === "ENOTFOUND" ||
    /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_)/.test(code)
  );
}

function codeOf(error: unknown, code: string): RegistryErrorCode {
  if (/^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/.test(code)) return "timeout";
  // The client was closed under the call.
  if (/^UND_ERR_(?:DESTROYED|CLOSED|ABORTED)$/.test(code)) return "cancelled";
  if (error instanceof ForbiddenAddressError) return "bad-response";
  const isNotHttp = error instanceof errors.HTTPParserError || code === "UND_ERR_HEADERS_OVERFLOW";
  return isNotHttp ? "bad-response" : "unavailable";
}

/** A system, TLS or undici error's code; when several addresses were tried, that of the first. */
function errorCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
